import { sql } from "kysely"
import type { Waiting } from "../../../kernel/waiting.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { bodiesOf } from "../../mandates/contract.ts"

/** SQL, of an item `i`: when a paper last came for it. */
const lastArrival = sql<Temporal.Instant | null>`(
  select max(r.received_at) from receipt_lines l
    join receipts r on (r.organisation_id, r.id) = (l.organisation_id, l.receipt_id)
   where (l.organisation_id, l.item_id) = (i.organisation_id, i.id) and l.file_id is not null)`

/** SQL, of an item `i` with its reading sheet `h`: a paper came after the sheet was written. */
export const cameSinceSheet = sql<boolean>`(h.written_at is not null and ${lastArrival} > h.written_at)`

/** SQL, of an item `i`: a paper came after its position was said, and after our meeting decided it. */
export const cameSincePosition = sql<boolean>`coalesce(
  i.stance is not null and ${lastArrival} > greatest(i.stance_said_at, i.stance_decided_at), false)`

/**
 * SQL, of an item `i` with its reading sheet `h`: when somebody last wrote of it, in its sheet or by its position; null for who did
 * not. Whoever wrote had read.
 */
export const readBy = (personId: string) => sql<Temporal.Instant | null>`greatest(
  case when h.written_by = ${personId} then h.written_at end, case when i.stance_by = ${personId} then i.stance_said_at end)`

/** Items that one has read and of which a paper came since: what was written stands on a report that is another by now. */
export const changedSinceRead = async (today: Temporal.PlainDate, { actor, db }: Circumstances): Promise<Waiting[]> => {
  const me = actor.personId!
  const { rows } = await sql<{
    id: string
    sitting_id: string
    body_id: string
    title: string
    day: Temporal.PlainDate
  }>`
    select i.id, i.sitting_id, s.body_id, concat_ws(' · ', i.number, i.title) as title, s.starts::date as day
      from sittings s
      join sitting_items i on (i.organisation_id, i.sitting_id) = (s.organisation_id, s.id) and i.removed_at is null
      left join reading_sheets h on (h.organisation_id, h.item_id) = (i.organisation_id, i.id)
     where s.body_id in (${bodiesOf(me, today)}) and s.starts >= ${today}::date and s.ended_at is null and i.outcome is null
       and ${me} in (h.written_by, i.stance_by) and ${lastArrival} > ${readBy(me)}
     order by s.starts, i.place limit 20`.execute(db)
  return rows.map(({ id, sitting_id, body_id, title, day }) => ({
    key: "sittings.waiting.changed",
    act: "sittings.waiting.changed.act",
    facts: { title },
    at: `/seances/${sitting_id}/points/${id}`,
    due: day.subtract({ days: 1 }),
    body_id,
  }))
}
