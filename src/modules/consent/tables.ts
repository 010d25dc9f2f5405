export const electorates = ["rulebook", "members", "members_up_to_date", "holders"] as const
export const answers = ["consent", "objection"] as const

export type ElectionRow = {
  organisation_id: string
  id: string
  body_id: string
  function_id: string | null
  role: string | null
  criteria: string
  term: string | null
  meeting_id: string | null
  electorate: (typeof electorates)[number]
  functions: string[]
  prepared_by: string | null
  prepared_at: Temporal.Instant
  opened_by: string | null
  opened_at: Temporal.Instant | null
  roll_id: string | null
  revealed_by: string | null
  revealed_at: Temporal.Instant | null
  changes_by: string | null
  changes_at: Temporal.Instant | null
  settled_by: string | null
  settled_at: Temporal.Instant | null
  proposal_id: string | null
  elected_by: string | null
  elected_at: Temporal.Instant | null
  closed_by: string | null
  closed_at: Temporal.Instant | null
  closed_reason: string | null
}

export type NominationRow = {
  organisation_id: string
  election_id: string
  person_id: string
  nominee_id: string
  reasons: string
  nominated_at: Temporal.Instant
  noted_by: string | null
  to_id: string | null
  to_reasons: string | null
  turned_at: Temporal.Instant | null
  turn_noted_by: string | null
}

export type ProposalRow = {
  organisation_id: string
  id: string
  election_id: string
  round: number
  person_id: string
  reasons: string
  term: string | null
  conditions: string | null
  proposed_by: string | null
  proposed_at: Temporal.Instant
  went_on_by: string | null
  went_on_at: Temporal.Instant | null
  went_on_reason: string | null
}

export type AnswerRow = {
  organisation_id: string
  proposal_id: string
  person_id: string
  answer: (typeof answers)[number]
  objection: string | null
  answered_at: Temporal.Instant
  lifted_at: Temporal.Instant | null
  noted_by: string | null
}

declare module "../../kernel/db.ts" {
  interface Tables {
    consent_elections: ElectionRow
    consent_participants: { organisation_id: string; election_id: string; person_id: string }
    consent_nominations: NominationRow
    consent_proposals: ProposalRow
    consent_answers: AnswerRow
    consent_proclamations: {
      organisation_id: string
      election_id: string
      decision_id: string
      proclaimed_by: string | null
      proclaimed_at: Temporal.Instant
      letter: string
      others_letter: string | null
    }
  }
}
