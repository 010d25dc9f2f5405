import { sql } from "kysely"
import { type Held, itsBody, named } from "../../kernel/held.ts"

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
  // A seat is a public office and stays; once erased, it says no more who of ours held it.
  {
    table: "assembly_members",
    person: "person_id",
    says: {
      what: sql`(select a.name from assemblies a where (a.organisation_id, a.id) = (t.organisation_id, t.assembly_id))`,
      since: sql`t.since`,
      until: sql`t.until`,
      note: sql`t.role`,
    },
    erased: { sets: { person_id: sql`null`, given_name: sql`''`, family_name: sql`'—'` } },
  },
  {
    table: "sitting_wishes",
    person: "person_id",
    once: ["item_id"],
    says: {
      what: sql`(select i.title from sitting_items i where (i.organisation_id, i.id) = (t.organisation_id, t.item_id))`,
      kind: ["sittings.wish.", sql`t.wish`],
      on: sql`t.said_at`,
    },
    erased: "deleted",
  },
  {
    table: "reader_themes",
    person: "person_id",
    once: ["body_id", "theme_id"],
    says: {
      what: sql`(select h.name from themes h where (h.organisation_id, h.id) = (t.organisation_id, t.theme_id))`,
      where: itsBody,
    },
    erased: "deleted",
  },
  {
    table: "sitting_speakers",
    person: "person_id",
    once: ["item_id"],
    says: {
      what: sql`(select i.title from sitting_items i where (i.organisation_id, i.id) = (t.organisation_id, t.item_id))`,
    },
    erased: "deleted",
  },
  {
    table: "sitting_attendances",
    person: "person_id",
    once: ["sitting_id"],
    says: {
      what: sql`(select s.title from sittings s where (s.organisation_id, s.id) = (t.organisation_id, t.sitting_id))`,
      kind: ["sittings.attendance.", sql`t.state`],
      since: sql`(select s.starts::date from sittings s where (s.organisation_id, s.id) = (t.organisation_id, t.sitting_id))`,
      note: sql`t.note`,
    },
    erased: "deleted",
  },
  {
    table: "sitting_books",
    person: "reader_id",
    says: {
      what: sql`(select s.title from sittings s where (s.organisation_id, s.id) = (t.organisation_id, t.sitting_id))`,
      on: sql`t.asked_at`,
    },
    erased: "deleted",
  },
  ...named("sitting_books", "asked_by"),
  {
    table: "sitting_turns",
    person: "person_id",
    says: {
      what: sql`(select i.title from sitting_items i where (i.organisation_id, i.id) = (t.organisation_id, t.item_id))`,
      on: sql`t.began_at`,
    },
    erased: "deleted",
  },
  {
    table: "sitting_notices_seen",
    person: "person_id",
    once: ["notice_id"],
    says: {
      what: sql`(select i.title from sitting_notices n join sitting_items i on (i.organisation_id, i.id) = (n.organisation_id, n.item_id)
                  where (n.organisation_id, n.id) = (t.organisation_id, t.notice_id))`,
      on: sql`t.seen_at`,
    },
    erased: "deleted",
  },
  ...named("sitting_notices", "said_by"),
  ...named("sitting_attendances", "replaced_by", "proxy_to"),
  ...named("sitting_items", "stance_by"),
  ...named("reading_sheets", "written_by"),
  ...named("receipts", "received_by"),
  ...named("sitting_promises", "noted_by"),
  ...named("sitting_steps", "done_by"),
  ...named("sitting_minutes", "compared_by"),
]
