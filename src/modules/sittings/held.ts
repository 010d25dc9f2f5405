import { sql } from "kysely"
import { type Held, named } from "../../kernel/held.ts"

/** What is held of a person here: the items they read for the others. */
export const held: readonly Held[] = [
  {
    table: "sitting_items",
    person: "reader_id",
    says: {
      what: sql`t.title`,
      where: sql`(select s.body_id from sittings s where (s.organisation_id, s.id) = (t.organisation_id, t.sitting_id))`,
      since: sql`(select s.starts::date from sittings s where (s.organisation_id, s.id) = (t.organisation_id, t.sitting_id))`,
    },
  },
  ...named("receipts", "received_by"),
]
