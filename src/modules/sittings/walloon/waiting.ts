import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { DAYS_AHEAD, type Waiting } from "../../../kernel/waiting.ts"
import { bodiesWhere } from "../../mandates/contract.ts"
import { type ChainStep, saidSteps } from "./chain.ts"
import { chainsOf, type ShownStep } from "./chains-of.ts"

// The last days to lodge have their own lines, and the item to add its task.
const before: readonly ChainStep[] = ["share", "citizen", "meeting", "positions"]
const after: readonly ChainStep[] = ["release", "minutes"]
// Nobody writes a release of last month, and minutes that never came are asked for, not waited for.
const LONGEST_AFTER = { release: 7, minutes: 60 } as const

/** What the chain of each council asks of whoever prepares it, from two weeks before its day. */
export const waitingInChains = async (given: Circumstances): Promise<Waiting[]> => {
  const { actor, db, now } = given
  const today = dayOf(now)
  const { rows } = await sql<{ id: string; body_id: string; title: string; day: Temporal.PlainDate }>`
    select s.id, s.body_id, s.title, s.starts::date as day
      from sittings s join assemblies a on (a.organisation_id, a.id) = (s.organisation_id, s.assembly_id)
     where a.kind in ('be_municipal_council', 'be_cpas_council')
       and s.body_id in (${bodiesWhere("sittings.manage", actor.personId!, today)})
       and s.starts >= ${today.subtract({ days: 60 })}::date and s.starts < ${today.add({ days: 63 })}::date
     order by s.starts, s.id limit 50`.execute(db)
  if (rows.length === 0) return []
  const chains = await chainsOf(
    rows.map(({ id }) => id),
    given,
  )
  return rows.flatMap(({ id, body_id, title, day }) =>
    (chains.get(id) ?? [])
      .filter((line) => isAsked(line, day, today))
      .map(({ step, state, day: due }): Waiting => ({
        key: state === "unlawful" ? "sittings.waiting.unlawful" : `sittings.waiting.chain.${step}`,
        act: "sittings.waiting.open",
        facts: { title },
        at: `/seances/${id}${step === "minutes" || step === "release" ? "/suivre" : ""}`,
        due: state === "unlawful" ? day : due,
        body_id,
        ...((saidSteps as readonly string[]).includes(step) && {
          acts: [
            { command: "sittings.settleStep", input: { sittingId: id, step }, words: "sittings.waiting.chain.done" },
          ],
        }),
      })),
  )
}

const isAsked = ({ step, state, day }: ShownStep, on: Temporal.PlainDate, today: Temporal.PlainDate): boolean => {
  const isPast = Temporal.PlainDate.compare(on, today) < 0
  if (state === "unlawful") return !isPast
  if ((state !== "waiting" && state !== "late") || !day) return false
  if (today.until(day, { largestUnit: "day" }).days > DAYS_AHEAD) return false
  if (before.includes(step)) return !isPast
  if (!after.includes(step)) return false
  const since = day.until(today, { largestUnit: "day" }).days
  return since <= LONGEST_AFTER[step as keyof typeof LONGEST_AFTER] && Temporal.PlainDate.compare(on, today) <= 0
}
