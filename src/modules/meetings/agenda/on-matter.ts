import { sql } from "kysely"
import { madeAt } from "../../../kernel/id.ts"
import type { OnMatterSource } from "../../../kernel/on-matter.ts"
import { bodiesWhere } from "../../mandates/contract.ts"
import { isOpenTo, isSeen } from "../seen.ts"

/** The items of agendas on matters, by the day of their meeting, and their papers. */
export const onMatter: OnMatterSource = (personId, on) => {
  const isRead = sql`i.matter_id is not null and i.state = 'accepted' and m.state <> 'cancelled' and ${isSeen(personId, on)}
    and (${isOpenTo(personId, false)} or m.body_id in (${bodiesWhere("confidential.read", personId, on)}))`
  return sql`
    select i.matter_id, 'item' as kind, i.id, i.title, m.starts::date as on_day, ${madeAt(sql`i.id`)} as noted_at,
           '/reunions/' || m.id || '/points/' || i.id as at, m.title as note, null::date as done_on
      from agenda_items i join meetings m on (m.organisation_id, m.id) = (i.organisation_id, i.meeting_id)
     where ${isRead}
    union all
    select i.matter_id, 'paper', f.id, f.name, m.starts::date, f.kept_at, '/api/files/' || f.id || '?vue=1', i.title, null
      from agenda_items i join meetings m on (m.organisation_id, m.id) = (i.organisation_id, i.meeting_id)
      join item_papers p on (p.organisation_id, p.item_id) = (i.organisation_id, i.id)
      join files f on (f.organisation_id, f.id) = (p.organisation_id, p.file_id)
     where ${isRead}`
}
