import { sql } from "kysely"
import type { OnMatterSource } from "../../kernel/on-matter.ts"
import { isTaskSeen } from "./seen.ts"

/** The tasks of matters, by their day, or by the day they were given. */
export const onMatter: OnMatterSource = (personId, on) => sql`
  select t.matter_id, 'task' as kind, t.id, t.what as title,
         coalesce(t.due, (t.created_at at time zone b.zone)::date) as on_day, coalesce(t.done_at, t.created_at) as noted_at,
         '/taches/' || t.id as at, p.given_name || ' ' || p.family_name as note,
         (t.done_at at time zone b.zone)::date as done_on
    from tasks t join bodies b on (b.organisation_id, b.id) = (t.organisation_id, t.body_id)
    left join people p on (p.organisation_id, p.id) = (t.organisation_id, t.owner_id)
   where t.matter_id is not null and t.state <> 'dropped' and ${isTaskSeen(personId, on)}`
