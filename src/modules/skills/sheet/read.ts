import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import type { Db } from "../../../kernel/db.ts"
import { read } from "../../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import { isHere, isSheetSeen } from "../here.ts"
import { skillsOf } from "../store.ts"
import type { Level, Manner, Means } from "../tables.ts"
import { consentWords } from "./words.ts"
import { fillsIn } from "./say.ts"

export type SaidSheet = {
  asked_on: Temporal.PlainDate | null
  confirmed_on: Temporal.PlainDate | null
  means: Means | null
  /** Whoever typed it for them. */
  by_name: string | null
  slots: string[]
  hours_month: number | null
  away_until: Temporal.PlainDate | null
  manner: Manner | null
  note: string | null
  shared: boolean
  withdrawn_on: Temporal.PlainDate | null
  declined_on: Temporal.PlainDate | null
}

/** A sheet as it is filled in: the skills of the body, with what this person said of each. */
export const readSheet = read({
  name: "skills.sheet",
  input: z.object({ bodyId: z.uuid(), personId: z.uuid() }),
  find: (input, given) => findSubject(input, given),
  allow: fillsIn,
  async run({ subject, input: { bodyId, personId }, actor, db }) {
    return {
      name: subject.name,
      body_name: subject.body_name,
      own: actor.personId === personId,
      ...(await sheetFor(bodyId, personId, db)),
      consent: {
        alone: consentWords(actor.language, { body: subject.body_name, shared: false }),
        shared: consentWords(actor.language, { body: subject.body_name, shared: true }),
      },
    }
  },
})

/** What a form shows, on a page with script or without. */
export const sheetFor = async (bodyId: string, personId: string, db: Db) => {
  const skills = await skillsOf(bodyId, db)
  const { rows: said } = await sql<{ skill_id: string; level: Level | null; wants: boolean }>`
    select s.skill_id, s.level, s.wants from person_skills s
      join skills k on (k.organisation_id, k.id) = (s.organisation_id, s.skill_id)
     where s.person_id = ${personId} and k.body_id = ${bodyId}`.execute(db)
  const { rows: sheets } = await sql<SaidSheet>`
    select h.asked_on, h.confirmed_on, h.means, h.slots, h.hours_month, h.away_until, h.manner, h.note, h.shared, h.withdrawn_on,
           h.declined_on, case when h.said_by <> h.person_id then w.given_name || ' ' || w.family_name end as by_name
      from skill_sheets h left join people w on (w.organisation_id, w.id) = (h.organisation_id, h.said_by)
     where h.body_id = ${bodyId} and h.person_id = ${personId}`.execute(db)
  const of = (skill: { id: string }) => said.find(({ skill_id }) => skill_id === skill.id)
  return {
    sheet: sheets[0] ?? null,
    skills: skills.map((skill) => ({
      id: skill.id,
      name: skill.name,
      theme_id: skill.theme_id,
      theme: skill.theme,
      level: of(skill)?.level ?? null,
      wants: of(skill)?.wants ?? false,
    })),
  }
}

const findSubject = async (
  { bodyId, personId }: { bodyId: string; personId: string },
  { db, now }: Circumstances,
): Promise<{ body_id: string; person_id: string; name: string; body_name: string } | undefined> => {
  const { rows } = await sql<{ body_id: string; person_id: string; name: string; body_name: string }>`
    select b.id as body_id, p.id as person_id, p.given_name || ' ' || p.family_name as name, b.name as body_name
      from people p join bodies b on b.id = ${bodyId} and b.closed_on is null
     where p.id = ${personId} and ${isHere(bodyId, dayOf(now))}`.execute(db)
  return rows[0]
}

/** Beside a person: what they said in each body where the reader may know it; where they are and it may be filled in. */
export const readOfPerson = read({
  name: "skills.ofPerson",
  input: z.object({ personId: z.uuid() }),
  allow: isSignedIn,
  async run({ input: { personId }, ...given }) {
    const { actor, db, now } = given
    const { rows: bodies } = await sql<{ id: string; name: string }>`
      select distinct b.id, b.name from skills k join bodies b on b.id = k.body_id and b.closed_on is null
        join people p on p.id = ${personId}
       where k.ended_on is null and k.body_id in (
               select body_id from memberships where person_id = ${personId}
               union select body_id from mandates where person_id = ${personId})
         and ${isHere(sql`k.body_id`, dayOf(now))}
       order by b.name limit 20`.execute(db)
    const all = []
    for (const { id, name } of bodies) {
      const { rows } = await sql<{ seen: boolean }>`
        select true as seen from skill_sheets h join people p on p.id = h.person_id
         where h.person_id = ${personId} and ${await isSheetSeen(id, given)}`.execute(db)
      const mayFill = actor.personId === personId || (await holds("people.manage")({ body_id: id }, given))
      if (!rows.length && !mayFill) continue
      const found = await sheetFor(id, personId, db)
      all.push({
        body_id: id,
        body_name: name,
        may_fill: mayFill,
        said: rows.length
          ? {
              confirmed_on: found.sheet!.confirmed_on!,
              by_name: found.sheet!.by_name,
              away_until: found.sheet!.away_until,
              hours_month: found.sheet!.hours_month,
              slots: found.sheet!.slots,
              manner: found.sheet!.manner,
              note: found.sheet!.note,
              skills: found.skills.filter(({ level, wants }) => level ?? wants),
            }
          : null,
      })
    }
    return { own: actor.personId === personId, bodies: all }
  },
})
