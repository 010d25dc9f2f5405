import { sql } from "kysely"
import type { OnMatterSource } from "../../../kernel/on-matter.ts"
import { isExchangeSeen } from "../sight.ts"

/** The exchanges on matters, by their day, with whom. */
export const onMatter: OnMatterSource = (personId, on) => sql`
  select e.matter_id, 'exchange' as kind, e.id, e.about as title, e.on_day, e.logged_at as noted_at,
         '/interlocuteurs/echanges/' || e.id as at,
         (select string_agg(concat_ws(' ', c.given_name, c.name), ', ' order by c.folded collate "C") from exchange_theirs t
            join counterparts c on (c.organisation_id, c.id) = (t.organisation_id, t.counterpart_id)
           where (t.organisation_id, t.exchange_id) = (e.organisation_id, e.id)) as note, null::date as done_on
    from exchanges e where e.matter_id is not null and ${isExchangeSeen(personId, on)}`
