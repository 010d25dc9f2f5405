import { sql } from "kysely"
import { type Held, itsBody, named } from "../../kernel/held.ts"
import { forgotten } from "./applications/nightly.ts"
import { mergeDues } from "./dues/merge.ts"

const ofRoll = (what: string) =>
  sql<string>`(select ${sql.raw(what)} from rolls r where (r.organisation_id, r.id) = (t.organisation_id, t.roll_id))`

/** Where members and dues name people. Payments stay as vouchers, without what was written beside them. */
export const held: readonly Held[] = [
  {
    table: "applications",
    person: "person_id",
    says: {
      kind: ["mandates.ring.", sql`t.ring`],
      where: itsBody,
      on: sql`t.asked_at`,
      note: sql`concat_ws(' · ', t.message, t.consent_text)`,
    },
    erased: { sets: forgotten },
  },
  ...named("applications", "recorded_by", "objected_by", "answered_by"),
  {
    table: "dues",
    person: "person_id",
    once: ["body_id", "year"],
    beforeMerge: mergeDues,
    says: {
      what: sql`t.year || coalesce(' · ' || (t.cents / 100.0)::numeric(12, 2) || ' €', '')`,
      where: itsBody,
      on: sql`t.set_at`,
      note: sql`t.freed`,
    },
    // That somebody was freed is kept, for the figures; why is theirs.
    erased: { sets: { freed: sql`case when freed is not null then '' end` } },
  },
  ...named("dues", "set_by"),
  {
    table: "birth_days",
    person: "person_id",
    once: [],
    says: { what: sql`t.born_on::text`, on: sql`t.noted_at` },
    erased: "deleted",
  },
  ...named("birth_days", "noted_by"),
  {
    table: "dues_payments",
    person: "person_id",
    says: {
      what: sql`(t.cents / 100.0)::numeric(12, 2) || ' €'`,
      kind: ["members.means.", sql`t.means`],
      where: itsBody,
      on: sql`t.paid_on::timestamp at time zone 'Europe/Brussels'`,
      note: sql`concat_ws(' · ', t.payer, t.note, t.cancel_reason)`,
    },
    erased: { sets: { payer: sql`null`, note: sql`null` } },
  },
  ...named("dues_payments", "recorded_by", "cancelled_by"),
  ...named("rolls", "frozen_by"),
  {
    table: "roll_lines",
    person: "person_id",
    says: { what: ofRoll("title"), on: ofRoll("frozen_at") },
    // The proof of the roll rests on the sealed name, which tells nothing without its salt.
    erased: { sets: { name: sql`''`, salt: sql`''` } },
  },
]
