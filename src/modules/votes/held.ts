import { sql } from "kysely"
import { gatherContests } from "./contest/of-one-person.ts"
import { type Held, named } from "../../kernel/held.ts"

const ofBallot = (column: string) =>
  sql<string>`(select ${sql.ref(`b.${column}`)} from ballots b where (b.organisation_id, b.id) = (t.organisation_id, t.ballot_id))`

const ofOperation = sql<string>`(select o.title from voting_operations o where (o.organisation_id, o.id) = (t.organisation_id, t.operation_id))`

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
  {
    table: "ballot_signatures",
    person: "person_id",
    once: ["ballot_id"],
    says: { what: ofBallot("title"), kind: ["votes.signed.", sql`t.how`] },
  },
  { table: "ballot_candidates", person: "person_id", once: ["ballot_id"], says: { what: ofBallot("title") } },
  { table: "operation_tellers", person: "person_id", once: ["operation_id"], says: { what: ofOperation } },
  {
    table: "operation_proxies",
    person: "giver_id",
    once: ["operation_id"],
    says: { what: ofOperation, on: sql`t.given_at` },
  },
  { table: "operation_proxies", person: "holder_id", says: { what: ofOperation, on: sql`t.given_at` } },
  {
    table: "voting_links",
    person: "person_id",
    once: ["operation_id"],
    onceWhere: sql`t.withdrawn_at is null`,
    says: { what: ofOperation, kind: ["votes.link.how.", sql`t.how`], on: sql`t.issued_at` },
    erased: "deleted",
  },
  { table: "ballot_openings", person: "teller_id", once: ["ballot_id"] },
  { table: "ballot_passed_shares", person: "from_id", once: ["ballot_id", "to_id"] },
  { table: "urn_rehearsals", person: "opener_id", once: ["ballot_id"], onceWhere: sql`t.ended_at is null` },
  { table: "rehearsal_shares", person: "from_id", once: ["rehearsal_id"] },
  { table: "ballot_figures", person: "typed_by", once: ["ballot_id"] },
  {
    table: "ballot_contests",
    person: "person_id",
    once: ["ballot_id"],
    onceWhere: sql`t.settled_at is null`,
    beforeMerge: gatherContests,
    says: { what: ofBallot("title"), on: sql`t.noted_at` },
    // What was answered stays; what they wrote of others in a quarrel does not.
    erased: { sets: { words: sql`''` } },
  },
  ...named("ballot_contests", "settled_by"),
  ...named("ballot_proclamations", "proclaimed_by"),
  ...named("ballot_votes", "cast_by"),
  ...named("ballot_signatures", "by_id"),
  ...named("voting_links", "issued_by"),
  ...named("ballot_urns", "laid_by"),
  ...named("operation_proxies", "noted_by"),
  ...named("voting_operations", "prepared_by"),
  ...named("ballots", "prepared_by", "opened_by", "closed_by", "drawn_by"),
]
