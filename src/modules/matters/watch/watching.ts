import { type RawBuilder, sql } from "kysely"
import type { Pace } from "./paces.ts"

/**
 * SQL: who follows which of the open matters `x` that `only` says, as rows `w` of `organisation_id, matter_id, person_id, pace, told_until`:
 * whoever leads one or works on it, and whoever chose a pace.
 */
export const watching = (only: RawBuilder<boolean>) => sql`
  select x.organisation_id, x.id as matter_id, a.person_id, k.pace, k.told_until
    from matters x
    cross join lateral (
      select x.lead_id as person_id where x.lead_id is not null
      union select x.staff_id where x.staff_id is not null
      union select c.person_id from matter_watchers c where (c.organisation_id, c.matter_id) = (x.organisation_id, x.id) and c.pace is not null) a
    left join matter_watchers k on (k.organisation_id, k.matter_id, k.person_id) = (x.organisation_id, x.id, a.person_id)
   where x.closed_on is null and ${only}`

/** SQL, of such a row `w`: how often they are told; each week those who lead or work and have not said otherwise. */
export const paceOf = sql<Pace>`coalesce(w.pace, 'week')`
