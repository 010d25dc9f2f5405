import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { may, permits } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { findBodyEvenClosed } from "../../bodies/contract.ts"
import { knownAs } from "../../people/contract.ts"
import { nextInvitationsOf } from "../../meetings/contract.ts"
import { managesWelcome, sees } from "../permissions.ts"
import { hoursToAnswer } from "../rules.ts"
import { applyForNewcomer } from "./apply.ts"
import { correctNewcomer } from "./correct.ts"
import { finishStep } from "./finish.ts"
import { giveStep } from "./give-step.ts"
import { giveNewcomer } from "./give.ts"
import { identifyNewcomer } from "./identify.ts"
import { hoursUnanswered, isUnderWay, standing } from "./newcomer.ts"
import { pauseNewcomer, resumeNewcomer } from "./pause.ts"
import { planStep } from "./plan.ts"
import { revokeNewcomerLink } from "./revoke.ts"
import { stopNewcomer } from "./stop.ts"
import { findNewcomer, stepsOfNewcomer } from "./store.ts"

/** One newcomer: who they are, the steps of their journey, who takes care of them. Nothing of any other record. */
export const readNewcomer = read({
  name: "newcomers.read",
  input: z.object({ newcomerId: z.uuid() }),
  find: ({ newcomerId }, { db }) => findNewcomer(newcomerId, db),
  allow: sees,
  async run({ subject, input: _, ...given }) {
    const { organisation_id: __, letters: ___, link_number: ____, ...newcomer } = subject
    const { db, now } = given
    const body = (await findBodyEvenClosed(newcomer.body_id, db))!
    const today = dayOf(now, body.zone)
    const manages = await permits({ name: "newcomers.read", allow: managesWelcome }, newcomer, given)
    const isOn = newcomer.state === "open" || newcomer.state === "paused"
    const steps = await stepsOfNewcomer(newcomer.id, db)
    const { open, next } = standing(steps)
    const hours = await hoursToAnswer(body.id, given)
    const waited = hoursUnanswered(newcomer, now, today)
    const { rows: named } = await sql<{ welcomer: string | null; recorded: string | null; ended: string | null }>`
      select (select given_name || ' ' || family_name from people where id = ${newcomer.welcomer_id}) as welcomer,
             (select given_name || ' ' || family_name from people where id = ${newcomer.recorded_by}) as recorded,
             (select given_name || ' ' || family_name from people where id = ${newcomer.ended_by}) as ended`.execute(db)
    const { rows: hands } = await sql<{ place: number; by: string | null; whose: string | null }>`
      select s.place, d.given_name || ' ' || d.family_name as by, p.given_name || ' ' || p.family_name as whose
        from newcomer_steps s
        left join people d on (d.organisation_id, d.id) = (s.organisation_id, s.done_by)
        left join people p on (p.organisation_id, p.id) = (s.organisation_id, s.person_id)
       where s.newcomer_id = ${newcomer.id}`.execute(db)
    const handsOf = new Map(hands.map(({ place, ...those }) => [place, those]))
    const { rows: handovers } = await sql<{
      id: string
      to: string
      by: string | null
      context: string | null
      at: Temporal.Instant
    }>`
      select h.id, t.given_name || ' ' || t.family_name as "to", g.given_name || ' ' || g.family_name as by, h.context, h.at
        from newcomer_handovers h
        join people t on (t.organisation_id, t.id) = (h.organisation_id, h.to_id)
        left join people g on (g.organisation_id, g.id) = (h.organisation_id, h.given_by)
       where h.newcomer_id = ${newcomer.id} order by h.at desc, h.id limit 50`.execute(db)
    return {
      newcomer,
      name: `${newcomer.given_name} ${newcomer.family_name}`,
      body_name: body.name,
      today,
      hours,
      is_under_way: isUnderWay(newcomer, today),
      waited,
      late_hours: waited !== null && waited >= hours ? waited : null,
      steps: steps.map(({ organisation_id: _o, newcomer_id: _n, done_by: _d, ...step }) => ({
        ...step,
        by: handsOf.get(step.place)?.by ?? null,
        /** Named for this one; null: whoever welcomes. */
        whose: handsOf.get(step.place)?.whose ?? null,
      })),
      open: isOn ? (open?.place ?? null) : null,
      next: isOn ? (next?.title ?? null) : null,
      by: named[0]!,
      handovers,
      // Only who may see the file of people is asked who is who.
      known: manages && isOn && !newcomer.person_id ? await knownAs(newcomer, given) : [],
      meetings: newcomer.person_id && isOn ? await nextInvitationsOf(newcomer.person_id, given) : [],
      manages,
      may: isOn
        ? await may(
            newcomer,
            [
              giveNewcomer,
              finishStep,
              giveStep,
              planStep,
              pauseNewcomer,
              resumeNewcomer,
              stopNewcomer,
              correctNewcomer,
              applyForNewcomer,
              identifyNewcomer,
              revokeNewcomerLink,
            ],
            given,
          )
        : {},
    }
  },
})
