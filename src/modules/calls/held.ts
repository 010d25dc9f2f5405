import { sql } from "kysely"
import { type Held, named } from "../../kernel/held.ts"

const ofCall = (column: string) =>
  sql<string>`(select ${sql.ref(`c.${column}`)} from calls c where (c.organisation_id, c.id) = (t.organisation_id, t.call_id))`
const bodyOfCall = sql<string>`(select k.name from calls c join bodies k on (k.organisation_id, k.id) = (c.organisation_id, c.body_id)
  where (c.organisation_id, c.id) = (t.organisation_id, t.call_id))`

// What they wrote of themselves, then what they answered.
const words = sql<string>`nullif(concat_ws(E'\\n\\n', nullif(t.statement, ''), (
  select string_agg(a.text, E'\\n\\n' order by a.answered_at) from call_answers a
   where (a.organisation_id, a.candidacy_id) = (t.organisation_id, t.id))), '')`

/**
 * To stand for a function is a political opinion: theirs to read. Erased, a candidacy loses its words; its place in the order that
 * was drawn stays, of somebody who has no name any more, so that the vote stays lawful.
 */
export const held: readonly Held[] = [
  {
    table: "candidacies",
    person: "person_id",
    once: ["call_id"],
    says: { what: ofCall("title"), where: bodyOfCall, on: sql`t.stood_at`, note: words },
    erased: { sets: { statement: sql`''`, reason: sql`null`, standing: sql`null` } },
  },
  {
    table: "call_questions",
    person: "asked_by",
    says: { what: ofCall("title"), where: bodyOfCall, on: sql`t.asked_at`, note: sql`t.text` },
  },
  ...named("candidacies", "entered_by", "answered_by"),
  ...named("call_questions", "shown_by", "aside_by"),
  ...named("calls", "written_by", "published_by", "closed_by", "cancelled_by"),
  ...named("call_extensions", "extended_by"),
]
