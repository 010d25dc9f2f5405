import { sql } from "kysely"
import { type Held, named } from "../../kernel/held.ts"

/** Where meetings name people: who prepared, came, answered, spoke, voted by proxy, wrote, approved. */
export const held: readonly Held[] = [
  ...named("meetings", "chair_id", "scribe_id", "created_by"),
  ...named("agenda_items", "presenter_id", "proposed_by", "changed_by"),
  { table: "meeting_guests", person: "person_id", once: ["meeting_id"] },
  { table: "invitations", person: "person_id", once: ["meeting_id"] },
  { table: "proxies", person: "giver_id", once: ["meeting_id"], onceWhere: sql<boolean>`t.withdrawn_at is null` },
  ...named("proxies", "holder_id"),
  { table: "attendances", person: "person_id", once: ["meeting_id"], onceWhere: sql<boolean>`t.left_at is null` },
  ...named("minutes", "circulated_by", "approved_by", "changed_by"),
  ...named("minutes_corrections", "person_id"),
  ...named("date_polls", "created_by"),
  { table: "date_poll_answers", person: "person_id", once: ["option_id"] },
  ...named("dismissed_occasions", "dismissed_by"),
]
