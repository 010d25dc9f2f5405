import type { ColumnType, Generated } from "kysely"
import type { RollReason, RollRule } from "./roll/roll.ts"

export type ApplicationState = "asked" | "accepted" | "declined" | "withdrawn"
export type Admission = "secretariat" | "board" | "assembly" | "automatic" | "region_after_local_opinion"
export type PayMeans = "cash" | "transfer" | "card" | "cheque"

export type ApplicationRow = {
  organisation_id: string
  id: string
  body_id: string
  ring: "member" | "sympathiser" | "supporter"
  given_name: string
  family_name: string
  form: "m" | "f" | "n"
  email: string | null
  phone: string | null
  street: string | null
  postcode: string | null
  town: string | null
  country: string | null
  language: "fr" | "en"
  message: string | null
  source: string
  consent_text: string | null
  consent_at: Temporal.Instant | null
  consent_from: string | null
  state: Generated<ApplicationState>
  asked_at: Temporal.Instant
  recorded_by: string | null
  admission: Admission
  answer_by: Temporal.PlainDate
  objection: string | null
  objected_by: string | null
  objected_at: Temporal.Instant | null
  answered_at: Temporal.Instant | null
  answered_by: string | null
  reason: string | null
  decided_on: Temporal.PlainDate | null
  decided_in: string | null
  decision_id: string | null
  person_id: string | null
  letter_id: string | null
  forgotten_at: Temporal.Instant | null
}

export type AmountRow = {
  organisation_id: string
  id: string
  body_id: string
  year: number
  label: string
  note: string | null
  cents: bigint | null
  usual: boolean
  place: number
  ended_at: Temporal.Instant | null
}

export type DueRow = {
  organisation_id: string
  id: string
  body_id: string
  person_id: string
  year: number
  amount_id: string
  cents: bigint | null
  communication: string
  freed: string | null
  set_at: Temporal.Instant
  set_by: string | null
  paid_before: Temporal.PlainDate | null
  covered_at: Temporal.Instant | null
}

export type PaymentRow = {
  organisation_id: string
  id: string
  body_id: string
  due_id: string
  person_id: string
  year: number
  cents: bigint
  means: PayMeans
  paid_on: Temporal.PlainDate
  payer: string | null
  note: string | null
  receipt_year: number
  receipt_number: number
  recorded_at: Temporal.Instant
  recorded_by: string | null
  cancelled_at: Temporal.Instant | null
  cancelled_by: string | null
  cancel_reason: string | null
}

export type RollRow = {
  organisation_id: string
  id: string
  body_id: string
  year: number
  number: number
  title: string
  on_day: Temporal.PlainDate
  rule: ColumnType<RollRule, unknown, never>
  entitled: number
  others: number
  hash: string
  frozen_at: Temporal.Instant
  frozen_by: string | null
}

declare module "../../kernel/db.ts" {
  interface Tables {
    birth_days: {
      organisation_id: string
      person_id: string
      born_on: Temporal.PlainDate
      noted_by: string | null
      noted_at: Temporal.Instant
    }
    applications: ApplicationRow
    dues_accounts: {
      organisation_id: string
      body_id: string
      iban: string | null
      holder: string | null
      how: string
      rings: Generated<("member" | "sympathiser" | "supporter")[]>
    }
    dues_amounts: AmountRow
    dues: DueRow
    dues_payments: PaymentRow
    dues_letters: {
      organisation_id: string
      due_id: string
      step: number
      sending_id: string
      written_on: Temporal.PlainDate
    }
    rolls: RollRow
    roll_lines: {
      organisation_id: string
      roll_id: string
      place: number
      person_id: string
      name: string
      salt: string
      sealed: string
      entitled: boolean
      reasons: ColumnType<RollReason[], unknown, never>
    }
  }
}
