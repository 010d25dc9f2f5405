import { sql } from "kysely"
import { type Held, named } from "../../kernel/held.ts"

const ofList = (column: string) =>
  sql<string>`(select ${sql.ref(`l.${column}`)} from lists l where (l.organisation_id, l.id) = (t.organisation_id, t.list_id))`

/** The lists somebody stands on, with what was noted of them, and what they made or noted. */
export const held: readonly Held[] = [
  {
    table: "list_people",
    person: "person_id",
    once: ["list_id"],
    says: {
      what: ofList("name"),
      where: sql`(select b.name from lists l join bodies b on (b.organisation_id, b.id) = (l.organisation_id, l.body_id)
        where (l.organisation_id, l.id) = (t.organisation_id, t.list_id))`,
      until: ofList("ends_on"),
      kind: ["lists.outcome.", sql`t.outcome`],
      note: sql`t.note`,
    },
    erased: "deleted",
  },
  ...named("list_people", "noted_by"),
  ...named("lists", "made_by"),
]
