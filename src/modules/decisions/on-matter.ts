import { sql } from "kysely"
import type { OnMatterSource } from "../../kernel/on-matter.ts"
import { isDecisionSeen } from "./register/seen.ts"

/** The decisions of matters, by the day they were taken. */
export const onMatter: OnMatterSource = (personId, on) => sql`
  select d.matter_id, 'decision' as kind, d.id, d.title, (d.taken_at at time zone b.zone)::date as on_day, d.taken_at as noted_at,
         '/decisions/' || d.id as at, d.year || '-' || d.number as note, null::date as done_on
    from decisions d join bodies b on (b.organisation_id, b.id) = (d.organisation_id, d.body_id)
   where d.matter_id is not null and ${isDecisionSeen(personId, on)}`
