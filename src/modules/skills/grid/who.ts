import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import { day } from "../../../kernel/input.ts"
import { read } from "../../../kernel/read.ts"
import { holds } from "../../mandates/contract.ts"
import { loadsOf } from "../../tasks/contract.ts"
import { askHelp } from "../asking/help.ts"
import { isHere } from "../here.ts"
import { parts } from "../slots.ts"
import { findSkill } from "../store.ts"
import { byTurn, type Candidate, turnOf } from "./candidates.ts"

/** Of a body of ten thousand, those who know it best: nobody rings two hundred people. */
const MOST = 200

/** Whom to ask for one thing, on a day or at any time, each with the reasons in words. */
export const whoToAsk = read({
  name: "skills.who",
  input: z.object({ skillId: z.uuid(), on: day().optional(), part: z.enum(parts).optional() }),
  find: ({ skillId }, { db }) => findSkill(skillId, db),
  allow: holds("people.read"),
  async run({ subject: skill, input: { on, part }, ...given }) {
    const { db, now } = given
    const today = dayOf(now)
    const { rows } = await sql<Omit<Candidate, "open_tasks">>`
      select p.id as person_id, p.given_name || ' ' || p.family_name as name, s.level, s.wants, h.slots, h.away_until, h.hours_month,
             h.manner, (select max(r.asked_on) from skill_requests r where r.person_id = p.id) as last_asked
        from person_skills s
        join skill_sheets h on (h.organisation_id, h.body_id, h.person_id) = (s.organisation_id, ${skill.body_id}::uuid, s.person_id)
        join people p on (p.organisation_id, p.id) = (s.organisation_id, s.person_id)
       where s.skill_id = ${skill.id} and h.confirmed_on is not null and h.withdrawn_on is null and ${isHere(skill.body_id, today)}
       order by array_position(array['teaches', 'well', 'some'], s.level), s.person_id limit ${MOST}`.execute(db)
    const loads = await loadsOf(
      rows.map(({ person_id }) => person_id),
      given,
    )
    const people = rows.map((row) => {
      const load = loads.get(row.person_id)
      const candidate = {
        ...row,
        open_tasks: load?.open ?? 0,
        last_asked: later(row.last_asked, load?.last_given ?? null),
      }
      return { ...candidate, ...turnOf(candidate, { on, part, today }) }
    })
    return {
      skill: { id: skill.id, name: skill.name, body_id: skill.body_id },
      people: people.toSorted(byTurn).map(({ person_id, name, turn, reasons, open_tasks }) => ({
        person_id,
        name,
        turn,
        reasons,
        open_tasks,
      })),
      may: await may(skill, [askHelp], given),
    }
  },
})

const later = (a: Temporal.PlainDate | null, b: Temporal.PlainDate | null) =>
  !a ? b : !b ? a : Temporal.PlainDate.compare(a, b) < 0 ? b : a
