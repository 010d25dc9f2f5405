import { sql } from "kysely"
import { type Held, itsBody, named } from "../../kernel/held.ts"

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
  {
    table: "incoming_letters",
    person: "given_to",
    says: { what: sql`t.about`, where: itsBody, on: sql`t.registered_at` },
  },
  ...named("incoming_letters", "registered_by"),
  {
    table: "mailing_lines",
    person: "person_id",
    says: {
      what: sql`(select title from texts w where (w.organisation_id, w.id) = (t.organisation_id, t.text_id))`,
      on: sql`(select chosen_at from mailings m where (m.organisation_id, m.text_id) = (t.organisation_id, t.text_id))`,
    },
    erased: {
      sets: {
        said: sql`'{"name":"","lines":[],"email":null,"called":"","closing":"","organisation":"","role":""}'::jsonb`,
      },
    },
  },
  ...named("mailings", "chosen_by"),
  ...named("letters", "changed_by"),
  ...named("letterheads", "changed_by"),
  ...named("letter_titles", "changed_by"),
]
