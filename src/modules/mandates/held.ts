import { sql } from "kysely"
import { type Held, itsBody, named } from "../../kernel/held.ts"
import { uniteAffiliates, uniteMandates, uniteMemberships } from "./merge/before-merge.ts"

const days = { since: sql`t.since`, until: sql`t.until` }

/** Where somebody belongs, what they hold and held, what was lent to them and what they lent. */
export const held: readonly Held[] = [
  {
    table: "mandates",
    person: "person_id",
    beforeMerge: uniteMandates,
    says: {
      what: sql`(select name_n from functions f where (f.organisation_id, f.id) = (t.organisation_id, t.function_id))`,
      where: itsBody,
      ...days,
    },
  },
  ...named("mandate_corrections", "corrected_by"),
  {
    table: "memberships",
    person: "person_id",
    beforeMerge: uniteMemberships,
    says: { kind: ["mandates.ring.", sql`t.ring`], where: itsBody, ...days },
  },
  {
    table: "affiliates",
    person: "person_id",
    beforeMerge: uniteAffiliates,
    says: {
      what: sql`(select name from affiliations a where (a.organisation_id, a.id) = (t.organisation_id, t.affiliation_id))`,
      where: itsBody,
      ...days,
    },
    // Of twelve who sit together, a sensibility and two dates still tell who it was.
    erased: "deleted",
  },
  {
    table: "grants",
    person: "person_id",
    says: { kind: ["capability.", sql`t.capability`], where: itsBody, note: sql`t.reason`, ...days },
  },
  ...named("grants", "granted_by"),
]
