import { sql } from "kysely"
import { type Held, itsBody, named } from "../../kernel/held.ts"
import { forgotten } from "./journey/forget.ts"

/** Where the welcome names people: who came, who took care of them, who did what. */
export const held: readonly Held[] = [
  {
    table: "newcomers",
    person: "person_id",
    says: {
      kind: ["welcome.wish.", sql`t.wish`],
      where: itsBody,
      on: sql`t.confirmed_at`,
      note: sql`concat_ws(' · ', t.message, t.consent_text, t.reason,
        (select string_agg(s.title || ' : ' || s.word, ' · ' order by s.place) from newcomer_steps s
          where (s.organisation_id, s.newcomer_id) = (t.organisation_id, t.id) and s.word is not null),
        (select string_agg(h.context, ' · ' order by h.at) from newcomer_handovers h
          where (h.organisation_id, h.newcomer_id) = (t.organisation_id, t.id) and h.context is not null))`,
    },
    erased: { sets: forgotten },
  },
  ...named("newcomers", "recorded_by", "welcomer_id", "ended_by"),
  ...named("newcomer_steps", "done_by", "person_id"),
  ...named("newcomer_handovers", "from_id", "to_id", "given_by"),
  ...named("welcome_pages", "opened_by"),
  { table: "welcomer_details", person: "person_id", once: [], erased: "deleted" },
]
