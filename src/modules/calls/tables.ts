import type { ColumnType } from "kysely"
import type { Parity, Shortage } from "./parity.ts"
import type { Standing } from "./standing.ts"

export const whos = ["members", "members_up_to_date", "holders", "anyone"] as const
export const shownWhen = ["at_once", "at_close"] as const

type Written<T> = ColumnType<T, unknown, unknown>

export type CallRow = {
  organisation_id: string
  id: string
  body_id: string
  title: string
  function_id: string | null
  outside: string | null
  text: string | null
  seats: number
  who: (typeof whos)[number]
  functions: string[]
  min_months: number
  parity: Parity
  least: number | null
  ends_at: Temporal.Instant
  statement_max: number
  photo: boolean
  shown: (typeof shownWhen)[number]
  written_by: string | null
  written_at: Temporal.Instant
  published_by: string | null
  published_at: Temporal.Instant | null
  closed_by: string | null
  closed_at: Temporal.Instant | null
  cancelled_by: string | null
  cancelled_at: Temporal.Instant | null
}

export type CandidacyRow = {
  organisation_id: string
  id: string
  call_id: string
  person_id: string
  statement: string
  photo_id: string | null
  stood_at: Temporal.Instant
  changed_at: Temporal.Instant | null
  entered_by: string | null
  received_on: Temporal.PlainDate | null
  withdrawn_at: Temporal.Instant | null
  admitted: boolean | null
  answered_by: string | null
  answered_at: Temporal.Instant | null
  reason: string | null
  standing: Written<Standing | null>
  place: number | null
}

export type QuestionRow = {
  organisation_id: string
  id: string
  call_id: string
  candidacy_id: string | null
  text: string
  asked_by: string
  asked_at: Temporal.Instant
  shown_by: string | null
  shown_at: Temporal.Instant | null
  aside_by: string | null
  aside_at: Temporal.Instant | null
  reason: string | null
}

declare module "../../kernel/db.ts" {
  interface Tables {
    calls: CallRow
    call_extensions: {
      organisation_id: string
      call_id: string
      was_until: Temporal.Instant
      until: Temporal.Instant
      because: Shortage["is"]
      extended_by: string | null
      extended_at: Temporal.Instant
    }
    candidacies: CandidacyRow
    call_questions: QuestionRow
    call_answers: {
      organisation_id: string
      question_id: string
      candidacy_id: string
      text: string
      answered_at: Temporal.Instant
    }
  }
}
