import { sql } from "kysely"
import { type Held, itsBody, named, type Says } from "../../kernel/held.ts"

const says = {
  what: sql<string>`t.title`,
  where: itsBody,
  kind: ["texts.kind.", sql<string>`t.kind`] satisfies Says["kind"],
  on: sql`t.created_at`,
}

/** What is held of a person here: the texts they sign or wrote, those they were asked to read, what they noted. */
export const held: readonly Held[] = [
  { table: "texts", person: "author_id", says },
  { table: "texts", person: "written_by", says },
  ...named("texts", "changed_by", "signed_by"),
  ...named("text_versions", "made_by"),
  ...named("text_steps", "by_id"),
  ...named("text_models", "changed_by"),
  ...named("text_remarks", "made_by", "settled_by"),
  {
    table: "text_readers",
    person: "person_id",
    once: ["text_id"],
    says: {
      what: sql`(select title from texts w where (w.organisation_id, w.id) = (t.organisation_id, t.text_id))`,
      on: sql`t.asked_at`,
    },
    erased: "deleted",
  },
  ...named("text_readers", "asked_by"),
  ...named("text_sources", "added_by"),
  ...named("text_citations", "cited_by"),
  ...named("text_cosignatures", "asked_by", "withdrawn_by"),
  {
    table: "text_cosignatures",
    person: "person_id",
    says: {
      what: sql`(select title from texts w where (w.organisation_id, w.id) = (t.organisation_id, t.text_id))`,
      on: sql`t.asked_at`,
    },
    erased: { sets: { name: sql`''`, email: sql`null`, said: sql`null` } },
  },
  {
    table: "text_timings",
    person: "person_id",
    says: {
      what: sql`(select title from texts w where (w.organisation_id, w.id) = (t.organisation_id, t.text_id))`,
      on: sql`t.timed_at`,
    },
    erased: "deleted",
  },
]
