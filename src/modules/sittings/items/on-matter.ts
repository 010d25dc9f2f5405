import { sql } from "kysely"
import { madeAt } from "../../../kernel/id.ts"
import type { OnMatterSource } from "../../../kernel/on-matter.ts"
import { isTaskSeen } from "../../tasks/contract.ts"
import { isSittingSeen } from "../seen.ts"

/**
 * The items of sittings on matters, by the day of the sitting, their papers by the day they came, and what was promised: where its
 * task stands there, the task tells it.
 */
export const onMatter: OnMatterSource = (personId, on) => {
  const isRead = sql`i.matter_id is not null and i.removed_at is null and ${isSittingSeen(personId, on)}`
  return sql`
    select i.matter_id, 'sitting_item' as kind, i.id, i.title, s.starts::date as on_day, ${madeAt(sql`i.id`)} as noted_at,
           '/seances/' || s.id || '/points/' || i.id as at, s.title as note, null::date as done_on
      from sitting_items i join sittings s on (s.organisation_id, s.id) = (i.organisation_id, i.sitting_id)
     where ${isRead}
    union all
    select i.matter_id, 'paper', f.id, f.name, (r.received_at at time zone s.zone)::date, r.received_at,
           '/api/files/' || f.id || '?vue=1', i.title, null
      from sitting_items i join sittings s on (s.organisation_id, s.id) = (i.organisation_id, i.sitting_id)
      join receipt_lines l on (l.organisation_id, l.item_id) = (i.organisation_id, i.id)
      join receipts r on (r.organisation_id, r.id) = (l.organisation_id, l.receipt_id)
      join files f on (f.organisation_id, f.id) = (l.organisation_id, l.file_id)
     where ${isRead}
    union all
    select i.matter_id, 'promise', q.id, q.who || ' : ' || q.what, s.starts::date, q.noted_at, '/seances/' || s.id || '/suivre', s.title,
           (select (k.done_at at time zone s.zone)::date from tasks k
             where (k.organisation_id, k.id) = (q.organisation_id, q.task_id) and k.state = 'done')
      from sitting_items i join sittings s on (s.organisation_id, s.id) = (i.organisation_id, i.sitting_id)
      join sitting_promises q on (q.organisation_id, q.item_id) = (i.organisation_id, i.id)
     where ${isRead} and not exists (
       select from tasks t where (t.organisation_id, t.id) = (q.organisation_id, q.task_id) and t.matter_id = i.matter_id
          and t.state <> 'dropped' and ${isTaskSeen(personId, on)})`
}
