import { sql } from "kysely"
import type { OnMatterSource } from "../../kernel/on-matter.ts"
import { isIncomingSeen } from "./incoming/seen.ts"

/** The letters that came on matters; those of ours stand there as texts. */
export const onMatter: OnMatterSource = (personId, on) => sql`
  select n.matter_id, 'letter' as kind, n.id, n.about as title, n.received_on as on_day, n.registered_at as noted_at,
         '/courrier/arrivees/' || n.id as at, n.reference || ' · ' || n.sender as note, null::date as done_on
    from incoming_letters n where n.matter_id is not null and ${isIncomingSeen(personId, on)}`
