import { sql } from "kysely"
import { type Held, itsBody, named } from "../../kernel/held.ts"

/** What the module itself keeps of a person: what they agreed to and what they asked. The proof of an answer outlives the name. */
export const held: readonly Held[] = [
  {
    table: "consents",
    person: "person_id",
    says: {
      kind: ["privacy.consent.", sql`t.purpose`],
      where: itsBody,
      since: sql`t.given_on`,
      until: sql`t.withdrawn_on`,
    },
    erased: "deleted",
  },
  ...named("consents", "recorded_by"),
  {
    table: "privacy_requests",
    person: "person_id",
    says: {
      kind: ["privacy.kind.", sql`t.kind`],
      where: itsBody,
      since: sql`t.received_on`,
      until: sql`t.closed_on`,
      note: sql`concat_ws(' → ', t.words, t.answer)`,
    },
    erased: { sets: { words: sql`null`, answer: sql`null`, extended_reason: sql`null` } },
  },
  ...named("privacy_requests", "recorded_by", "closed_by"),
  ...named("processing_choices", "decided_by"),
  { table: "erasures_due", person: "person_id", once: [], erased: "deleted" },
  ...named("erasures_due", "kept_by"),
]
