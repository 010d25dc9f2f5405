import { sql } from "kysely"
import { type Held, itsBody, named } from "../../kernel/held.ts"

const its = (column: string) =>
  sql<string>`(select k.${sql.ref(column)} from skills k where (k.organisation_id, k.id) = (t.organisation_id, t.skill_id))`

/** What people said they can do, and when they have time: theirs, and gone with them. */
export const held: readonly Held[] = [
  {
    table: "skill_sheets",
    person: "person_id",
    once: ["body_id"],
    says: {
      where: itsBody,
      since: sql`t.confirmed_on`,
      until: sql`t.withdrawn_on`,
      note: sql`concat_ws(' · ', nullif(array_to_string(t.slots, ' '), ''), t.hours_month || ' h', t.away_until::text, t.note)`,
    },
    erased: "deleted",
  },
  ...named("skill_sheets", "asked_by", "said_by"),
  {
    table: "person_skills",
    person: "person_id",
    once: ["skill_id"],
    says: { what: its("name"), kind: ["skills.level.", sql`coalesce(t.level, 'wants')`] },
    erased: "deleted",
  },
  {
    table: "skill_requests",
    person: "person_id",
    says: { what: its("name"), since: sql`t.asked_on` },
    erased: "deleted",
  },
  ...named("skill_requests", "asked_by"),
]
