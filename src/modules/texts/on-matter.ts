import { sql } from "kysely"
import type { OnMatterSource } from "../../kernel/on-matter.ts"
import { isTextSeen } from "./seen.ts"

/** The texts of matters, by the day they left, or were last touched. */
export const onMatter: OnMatterSource = (personId, on) => sql`
  select w.matter_id, 'text' as kind, w.id, w.title,
         coalesce(w.lodged_on, (w.changed_at at time zone b.zone)::date) as on_day, w.created_at as noted_at,
         '/textes/' || w.id as at, w.reference as note, null::date as done_on
    from texts w join bodies b on (b.organisation_id, b.id) = (w.organisation_id, w.body_id)
   where w.matter_id is not null and w.state <> 'dropped' and ${isTextSeen(personId, on)}`
