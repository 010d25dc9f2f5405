import { sql } from "kysely"
import { type Held, itsBody, named } from "../../kernel/held.ts"

/** What is held of a person here. An office stays when somebody is erased: who sat where is public, and names nobody any more. */
export const held: readonly Held[] = [
  {
    table: "offices",
    person: "person_id",
    says: {
      what: sql`(select k.name from institutions i join counterparts k on (k.organisation_id, k.id) = (i.organisation_id, i.outside_id)
        where (i.organisation_id, i.id) = (t.organisation_id, t.institution_id))`,
      where: itsBody,
      since: sql`t.since`,
      until: sql`t.until`,
      note: sql`concat_ws(' · ', t.title, t.delegation, t.origin_note, (t.yearly_gross_cents / 100.0)::numeric(12, 2)::text || ' €')`,
    },
    erased: { sets: { yearly_gross_cents: sql`null`, origin_note: sql`null`, listed: sql`false` } },
  },
  {
    table: "office_declarations",
    person: "person_id",
    once: ["body_id", "rule", "year"],
    says: { kind: ["offices.declaration.", sql`t.rule`], where: itsBody, since: sql`t.lodged_on` },
    erased: "deleted",
  },
  ...named("office_declarations", "written_by"),
  ...named("office_versions", "changed_by"),
  ...named("office_lists", "opened_by"),
]
