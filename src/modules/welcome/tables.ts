import type { Generated } from "kysely"

export type NewcomerState = "unconfirmed" | "open" | "paused" | "stopped" | "welcomed"
export type Wish = "contact" | "help" | "member"
export type StepKind = "contact" | "step" | "membership"

export type NewcomerRow = {
  organisation_id: string
  id: string
  body_id: string
  given_name: string
  family_name: string
  email: string | null
  phone: string | null
  town: string | null
  language: "fr" | "en"
  wish: Wish
  message: string | null
  source: string
  consent_text: string | null
  consent_at: Temporal.Instant | null
  consent_means: "form" | "paper" | "spoken" | null
  asked_at: Temporal.Instant
  recorded_by: string | null
  confirmed_at: Temporal.Instant | null
  person_id: string | null
  made_person: Generated<boolean>
  application_id: string | null
  welcomer_id: string | null
  contacted_at: Temporal.Instant | null
  state: NewcomerState
  paused_until: Temporal.PlainDate | null
  paused_why: string | null
  ended_at: Temporal.Instant | null
  ended_by: string | null
  reason: string | null
  link_number: Generated<number>
  letters: Generated<string[]>
  forgotten_at: Temporal.Instant | null
}

export type NewcomerStepRow = {
  organisation_id: string
  newcomer_id: string
  place: number
  title: string
  kind: StepKind
  days: number
  due: Temporal.PlainDate | null
  done_at: Temporal.Instant | null
  done_by: string | null
  /** Named for this step; null: whoever welcomes. */
  person_id: string | null
  skipped: Generated<boolean>
  word: string | null
}

declare module "../../kernel/db.ts" {
  interface Tables {
    welcome_pages: {
      organisation_id: string
      body_id: string
      slug: string
      offer: string
      data_words: string
      opened_at: Temporal.Instant | null
      opened_by: string | null
    }
    welcome_steps: {
      organisation_id: string
      body_id: string
      place: number
      title: string
      kind: StepKind
      days: number
    }
    newcomers: NewcomerRow
    newcomer_steps: NewcomerStepRow
    newcomer_handovers: {
      organisation_id: string
      id: string
      newcomer_id: string
      from_id: string | null
      to_id: string
      given_by: string | null
      context: string | null
      at: Temporal.Instant
    }
    welcomer_details: { organisation_id: string; person_id: string; shows_email: boolean; shows_phone: boolean }
  }
}
