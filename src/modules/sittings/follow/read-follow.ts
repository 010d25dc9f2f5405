import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../../kernel/rule.ts"
import { stateOfTasks } from "../../tasks/contract.ts"
import type { Outcome, Stance, Voted } from "../kinds.ts"
import { findSeenSitting } from "../seen.ts"
import { isApart } from "./apart.ts"
import { explainApart } from "./explain-apart.ts"
import { noteOutcomes } from "./note-outcomes.ts"
import { notePromise } from "./note-promise.ts"

type Item = {
  id: string
  number: string | null
  title: string
  stance: Stance | null
  stance_condition: string | null
  outcome: Outcome | null
  voted: Voted | null
  voted_reason: string | null
  votes_for: number | null
  votes_against: number | null
  abstentions: number | null
  amount_cents: string | null
}

/** After the sitting: what became of each item, what was promised, and what is worth telling. */
export const readFollow = read({
  name: "sittings.follow",
  input: z.object({ sittingId: z.uuid() }),
  find: ({ sittingId }, given) => findSeenSitting(sittingId, given),
  allow: isSignedIn,
  async run({ input: { sittingId }, subject, ...given }) {
    const { organisation_id: _, ...sitting } = subject
    const { rows } = await sql<Item>`
      select i.id, i.number, i.title, i.stance, i.stance_condition, i.outcome, i.voted, i.voted_reason, i.votes_for, i.votes_against,
             i.abstentions, i.amount_cents::text as amount_cents
        from sitting_items i where i.sitting_id = ${sittingId} and i.removed_at is null order by i.place, i.id`.execute(
      given.db,
    )
    const items = rows.map((item) => ({ ...item, apart: isApart(item) }))
    return {
      sitting,
      isPast: Temporal.PlainDate.compare(sitting.starts.toPlainDate(), dayOf(given.now, sitting.zone)) <= 0,
      items,
      promises: await promisesOf(sittingId, given),
      telling: items.flatMap((item) => {
        const why = worthTelling(item)
        return why ? [{ id: item.id, title: item.title, why, outcome: item.outcome }] : []
      }),
      may: await may(subject, [noteOutcomes, explainApart, notePromise], given),
    }
  },
})

const promisesOf = async (sittingId: string, given: Circumstances) => {
  const promises = await given.db
    .selectFrom("sitting_promises")
    .select(["id", "item_id", "who", "what", "until", "task_id"])
    .where("sitting_id", "=", sittingId)
    .orderBy("noted_at")
    .orderBy("id")
    .execute()
  const tasks = await stateOfTasks(
    promises.map(({ task_id }) => task_id),
    given,
  )
  return promises.map((promise) => ({ ...promise, task: tasks.get(promise.task_id) ?? null }))
}

/** What the press would want to know: a vote won or lost against the others, or apart from what was expected. */
const worthTelling = ({ outcome, stance, voted, apart }: Item & { apart: boolean }) => {
  const way = voted ?? stance
  const passed = outcome === "adopted" || outcome === "amended"
  if (apart) return "apart" as const
  if (outcome === "amended" && way === "for") return "amended" as const
  if (passed && way === "against") return "against" as const
  if (outcome === "rejected" && way === "against") return "stopped" as const
  if (outcome === "rejected" && way === "for") return "lost" as const
  return (outcome === "withdrawn" || outcome === "postponed") && way === "against" ? ("stopped" as const) : null
}
