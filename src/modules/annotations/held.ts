import { sql } from "kysely"
import { type Held, named } from "../../kernel/held.ts"

const paper = (fileId: string) =>
  sql<string>`(select f.name from files f where (f.organisation_id, f.id) = (t.organisation_id, ${sql.ref(fileId)}))`

/** What somebody wrote for themselves is told to them and goes with them; what they shared stays, as their words in minutes do. */
export const held: readonly Held[] = [
  // Told below, with what they shared.
  { table: "annotations", person: "private_to", erased: "deleted" },
  {
    table: "annotations",
    person: "author_id",
    says: { what: paper("t.file_id"), on: sql`t.written_at`, note: sql`t.said` },
  },
  ...named("annotations", "settled_by"),
  {
    table: "annotation_replies",
    person: "author_id",
    says: {
      what: sql`(select f.name from annotations a join files f on (f.organisation_id, f.id) = (a.organisation_id, a.file_id)
        where (a.organisation_id, a.id) = (t.organisation_id, t.annotation_id))`,
      on: sql`t.written_at`,
      note: sql`t.said`,
    },
  },
]
