import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { Waiting } from "../../../kernel/waiting.ts"
import { bodiesOf } from "../../mandates/contract.ts"

/** Polls that a person has not answered. */
export const pollsWaiting = async ({ actor, db, now }: Circumstances): Promise<Waiting[]> => {
  const today = dayOf(now)
  const { rows } = await sql<{ id: string; body_id: string; title: string; until: Temporal.PlainDate | null }>`
    select d.id, d.body_id, d.title, d.until from date_polls d
     where d.closed_at is null and (d.until is null or d.until >= ${today}::date)
       and d.body_id in (${bodiesOf(actor.personId!, today)})
       and not exists (select 1 from date_poll_options o join date_poll_answers a on a.option_id = o.id
                        where o.poll_id = d.id and a.person_id = ${actor.personId})
     order by d.until nulls last`.execute(db)
  return rows.map(({ id, body_id, title, until }) => ({
    key: "meetings.waiting.poll",
    act: "meetings.waiting.poll.act",
    facts: { title },
    at: `/reunions/sondages/${id}`,
    due: until,
    body_id,
  }))
}
