import { sql } from "kysely"
import type { Db } from "../../../kernel/db.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { dayOf } from "../../../kernel/clock.ts"
import { type Member, membersOf } from "../../mandates/contract.ts"
import { findType } from "../store.ts"

export type Poll = NonNullable<Awaited<ReturnType<typeof findPoll>>>

export const findPoll = (pollId: string, db: Db) =>
  db.selectFrom("date_polls").selectAll().where("id", "=", pollId).executeTakeFirst()

/** Locks the poll: nobody answers while a date is being chosen. */
export const findPollToChange = (pollId: string, db: Db) =>
  db.selectFrom("date_polls").selectAll().where("id", "=", pollId).forUpdate().executeTakeFirst()

/** Whether a poll still asks on that day. */
export const isAsking = (poll: Pick<Poll, "closed_at" | "until">, today: Temporal.PlainDate): boolean =>
  !poll.closed_at && (!poll.until || Temporal.PlainDate.compare(today, poll.until) <= 0)

/** A poll that still asks. Refuses one that is closed, or whose last day to answer has passed. */
export const stillAsking = (poll: Poll, today: Temporal.PlainDate): Poll => {
  if (poll.closed_at) refuse("polls.closed")
  if (!isAsking(poll, today)) refuse("polls.over", { until: poll.until!.toString() })
  return poll
}

/** The proposed dates, with how many can come. */
export const optionsOf = async (pollId: string, db: Db) => {
  const { rows } = await sql<{
    id: string
    starts: Temporal.PlainDateTime
    yes: number
    if_needed: number
    no: number
  }>`
    select o.id, o.starts, count(*) filter (where a.answer = 'yes')::int as yes,
           count(*) filter (where a.answer = 'if_needed')::int as if_needed,
           count(*) filter (where a.answer = 'no')::int as no
      from date_poll_options o left join date_poll_answers a on a.option_id = o.id
     where o.poll_id = ${pollId}
     group by o.id, o.starts order by o.starts`.execute(db)
  return rows
}

/** Who is asked: those the type of meeting convenes; members when it names people one by one, or when there is no type. */
export const askedBy = async (
  poll: Pick<Poll, "body_id" | "type_id">,
  { db, now }: Circumstances,
): Promise<Member[]> => {
  const type = poll.type_id ? await findType(poll.type_id, poll.body_id, db) : undefined
  const convened =
    type?.convenes === "holders"
      ? { convenes: "holders" as const, functions: type.functions }
      : { convenes: type?.convenes === "members_up_to_date" ? ("members_up_to_date" as const) : ("members" as const) }
  return membersOf(poll.body_id, convened, dayOf(now), db)
}
