import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../../kernel/rule.ts"
import { stateOfTasks } from "../../tasks/contract.ts"
import type { Outcome, Stance, Voted } from "../kinds.ts"
import { findSeenSitting } from "../seen.ts"
import type { MemberVote } from "../live/tables.ts"
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
    const byName = await apartByName(sittingId, given)
    const items = rows.map((item) => ({
      ...item,
      apart: isApart(item),
      byName: byName.filter(({ item_id }) => item_id === item.id),
    }))
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

/** Those of ours noted by name as voting otherwise than all of us did, and otherwise than the line of their own sensibility. */
const apartByName = async (sittingId: string, { db }: Circumstances) => {
  const { rows } = await sql<{ item_id: string; name: string; vote: Exclude<MemberVote, "absent"> }>`
    select v.item_id, m.given_name || ' ' || m.family_name as name, v.vote
      from sitting_items i
      join sitting_member_votes v on (v.organisation_id, v.item_id) = (i.organisation_id, i.id)
      join assembly_members m on (m.organisation_id, m.id) = (v.organisation_id, v.member_id)
      join assembly_groups g on (g.organisation_id, g.id) = (m.organisation_id, m.group_id) and g.is_ours
     where i.sitting_id = ${sittingId} and i.removed_at is null and i.stance is not null and i.stance <> 'free'
       and v.vote not in ('absent', case when i.voted in ('for', 'against', 'abstain', 'apart') then i.voted else i.stance end)
       and not exists (select from sitting_lines l
         join affiliates r on (r.organisation_id, r.affiliation_id) = (l.organisation_id, l.affiliation_id)
        where (l.organisation_id, l.item_id) = (i.organisation_id, i.id) and r.person_id = m.person_id and l.stance = v.vote)
     order by m.folded collate "C", m.id`.execute(db)
  return rows
}

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
