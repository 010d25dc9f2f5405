import { sql } from "kysely"
import { type Held, named } from "../../kernel/held.ts"

/** SQL, of a row `t` of an election: what somebody is elected for, and where. */
const whatOf = (election: ReturnType<typeof sql>) => sql<string>`(
  select coalesce(e.role, f.name_n) from consent_elections e
    left join functions f on (f.organisation_id, f.id) = (e.organisation_id, e.function_id)
   where (e.organisation_id, e.id) = (t.organisation_id, ${election}))`
const bodyOf = (election: ReturnType<typeof sql>) => sql<string>`(
  select k.name from consent_elections e join bodies k on (k.organisation_id, k.id) = (e.organisation_id, e.body_id)
   where (e.organisation_id, e.id) = (t.organisation_id, ${election}))`
const ofIt = { what: whatOf(sql`t.election_id`), where: bodyOf(sql`t.election_id`) }
const ofProposal = sql`(select r.election_id from consent_proposals r where (r.organisation_id, r.id) = (t.organisation_id, t.proposal_id))`

// What was objected to somebody is said of them, whoever wrote it.
const proposed = sql<string>`concat_ws(E'\\n\\n', nullif(t.reasons, ''), t.conditions, (
  select string_agg(nullif(a.objection, ''), E'\\n\\n' order by a.answered_at) from consent_answers a
   where (a.organisation_id, a.proposal_id) = (t.organisation_id, t.id)))`

/**
 * Opinions about persons: they are of whoever wrote them, and of whoever they are about. Each reads them, and whichever of the two is
 * erased takes the words along; that somebody was named, proposed and elected stays, of somebody who has no name any more.
 */
export const held: readonly Held[] = [
  {
    table: "consent_nominations",
    person: "person_id",
    once: ["election_id"],
    says: { ...ofIt, on: sql`t.nominated_at`, note: sql`concat_ws(E'\\n\\n', nullif(t.reasons, ''), t.to_reasons)` },
    erased: { sets: { reasons: sql`''`, to_reasons: sql`case when t.to_id is not null then '' end` } },
  },
  {
    table: "consent_nominations",
    person: "nominee_id",
    says: { ...ofIt, on: sql`t.nominated_at`, note: sql`nullif(t.reasons, '')` },
    erased: { sets: { reasons: sql`''` } },
  },
  {
    table: "consent_nominations",
    person: "to_id",
    says: { ...ofIt, on: sql`t.turned_at`, note: sql`nullif(t.to_reasons, '')` },
    erased: { sets: { to_reasons: sql`''` } },
  },
  {
    table: "consent_proposals",
    person: "person_id",
    says: { ...ofIt, on: sql`t.proposed_at`, note: sql`nullif(${proposed}, '')` },
    erased: { sets: { reasons: sql`''`, conditions: sql`null` } },
  },
  {
    table: "consent_answers",
    person: "person_id",
    once: ["proposal_id"],
    says: {
      what: whatOf(ofProposal),
      where: bodyOf(ofProposal),
      kind: ["consent.answer.", sql`t.answer`],
      on: sql`t.answered_at`,
      note: sql`nullif(t.objection, '')`,
    },
    erased: { sets: { objection: sql`case when t.objection is not null then '' end` } },
  },
  {
    table: "consent_participants",
    person: "person_id",
    once: ["election_id"],
    says: ofIt,
  },
  ...named("consent_nominations", "noted_by", "turn_noted_by"),
  ...named("consent_proposals", "proposed_by", "went_on_by"),
  ...named("consent_answers", "noted_by"),
  ...named("consent_proclamations", "proclaimed_by"),
  ...named(
    "consent_elections",
    "prepared_by",
    "opened_by",
    "revealed_by",
    "changes_by",
    "settled_by",
    "elected_by",
    "closed_by",
  ),
]
