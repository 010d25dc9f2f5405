import type { Generated } from "kysely"

export type ConsentMeans = "form" | "paper" | "spoken" | "mail" | "app"
export type RequestKind = "access" | "correction" | "objection" | "erasure" | "portability"

export type ConsentRow = {
  organisation_id: string
  id: string
  person_id: string
  body_id: string
  purpose: string
  words: string
  given_on: Temporal.PlainDate
  means: ConsentMeans
  proof: string | null
  withdrawn_on: Temporal.PlainDate | null
  recorded_by: string | null
}

export type RequestRow = {
  organisation_id: string
  id: string
  person_id: string
  body_id: string
  kind: RequestKind
  words: string | null
  received_on: Temporal.PlainDate
  due: Temporal.PlainDate
  extended_reason: string | null
  state: Generated<"open" | "answered" | "declined">
  closed_on: Temporal.PlainDate | null
  answer: string | null
  recorded_by: string | null
  closed_by: string | null
}

declare module "../../kernel/db.ts" {
  interface Tables {
    consents: ConsentRow
    privacy_requests: RequestRow
    processing_choices: {
      organisation_id: string
      body_id: string
      purpose: string
      decided_on: Temporal.PlainDate
      basis: string
      note: string | null
      decided_by: string | null
    }
    erasures_due: {
      organisation_id: string
      person_id: string
      body_id: string
      rule_key: string
      last_link: Temporal.PlainDate
      announced_on: Temporal.PlainDate
      due: Temporal.PlainDate
      kept_until: Temporal.PlainDate | null
      kept_reason: string | null
      kept_by: string | null
    }
    retention_runs: {
      organisation_id: string
      on_day: Temporal.PlainDate
      announced: number
      erased: number
      openings: number
      books: Generated<number>
    }
  }
}
