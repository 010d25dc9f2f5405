import { sql } from "kysely"
import { type Held, named } from "../../kernel/held.ts"

const ofBallot = (column: string) =>
  sql<string>`(select ${sql.ref(`b.${column}`)} from ballots b where (b.organisation_id, b.id) = (t.organisation_id, t.ballot_id))`

/** What somebody voted by name, which is a political opinion: theirs to read; the count stays lawful once they have no name any more. */
export const held: readonly Held[] = [
  {
    table: "ballot_votes",
    person: "person_id",
    once: ["ballot_id"],
    says: {
      what: ofBallot("title"),
      where: sql`(select k.name from ballots b join bodies k on (k.organisation_id, k.id) = (b.organisation_id, b.body_id)
        where (b.organisation_id, b.id) = (t.organisation_id, t.ballot_id))`,
      kind: ["votes.answer.", sql`t.choice->>'answer'`],
      on: sql`t.cast_at`,
      note: sql`(select string_agg(b.candidates[1 + (one.spot #>> '{}')::int], ', ' order by one.place)
        from ballots b, jsonb_path_query(t.choice, '$.ranks[*][*]') with ordinality as one(spot, place)
       where (b.organisation_id, b.id) = (t.organisation_id, t.ballot_id))`,
    },
  },
  { table: "ballot_figures", person: "typed_by", once: ["ballot_id"] },
  ...named("ballots", "prepared_by", "opened_by", "closed_by", "drawn_by"),
]
