import { sql } from "kysely"
import { type Held, named } from "../../kernel/held.ts"

/** What is held of a person here: their signature, and where it stands under a letter. */
export const held: readonly Held[] = [
  {
    table: "signatures",
    person: "person_id",
    once: [],
    says: { kind: ["letters.held.", sql`'signature'`], on: sql`t.kept_at` },
    erased: "deleted",
  },
  {
    table: "letters",
    person: "signature_of",
    says: {
      what: sql`(select title from texts w where (w.organisation_id, w.id) = (t.organisation_id, t.text_id))`,
      on: sql`t.changed_at`,
    },
    erased: { sets: { signature: sql`null` } },
  },
  ...named("letters", "changed_by"),
  ...named("letterheads", "changed_by"),
  ...named("letter_titles", "changed_by"),
]
