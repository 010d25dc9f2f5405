import type { Generated } from "kysely"

export type IncomingRow = {
  organisation_id: string
  id: string
  body_id: string
  year: number
  number: number
  reference: string
  received_on: Temporal.PlainDate
  written_on: Temporal.PlainDate | null
  their_reference: string | null
  about: string
  sender: string
  outside_id: string | null
  contact_id: string | null
  note: Generated<string>
  confidential: Generated<boolean>
  matter_id: string | null
  given_to: string | null
  answer_due: Temporal.PlainDate | null
  answers_id: string | null
  settled_on: Generated<Temporal.PlainDate | null>
  exchange_id: Generated<string | null>
  registered_by: string | null
  registered_at: Temporal.Instant
}

declare module "../../../kernel/db.ts" {
  interface Tables {
    incoming_letters: IncomingRow
    incoming_papers: { organisation_id: string; incoming_id: string; file_id: string; place: number }
  }
}
