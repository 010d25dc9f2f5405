import { sql } from "kysely"
import type { OnMatterSource } from "../../kernel/on-matter.ts"
import { nameOf } from "../offices/contract.ts"
import { isDesignationSeen } from "./seen.ts"

/** The designations of matters, by the first day of what they give. */
export const onMatter: OnMatterSource = (personId, on) => sql`
  select d.matter_id, 'designation' as kind, d.id, ${nameOf("i")} as title, d.since as on_day, d.prepared_at as noted_at,
         '/designations/' || d.id as at, null as note, null::date as done_on
    from designations d join institutions i on (i.organisation_id, i.id) = (d.organisation_id, d.institution_id)
   where d.matter_id is not null and ${isDesignationSeen(personId, on)}`
