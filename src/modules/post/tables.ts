import type { ColumnType, Generated } from "kysely"

export type SendingState =
  | "waiting"
  | "sending"
  | "accepted"
  | "refused"
  | "given_up"
  | "unknown"
  | "kept"
  | "printed"
  | "bounced"
  | "withdrawn"

export type SendingRow = {
  organisation_id: string
  id: string
  body_id: string | null
  kind: string
  meeting_id: string | null
  task_id: string | null
  person_id: string | null
  means: "email" | "post"
  address: string
  subject: string
  content: ColumnType<unknown, unknown, unknown>
  message_id: string
  state: Generated<SendingState>
  attempts: Generated<number>
  next_at: Temporal.Instant | null
  held_until: Temporal.Instant | null
  server_answer: string | null
  sent_at: Temporal.Instant | null
  bounced_at: Temporal.Instant | null
  bounce: string | null
  queued_at: Temporal.Instant
  again_id: string | null
}

export type ReceivedMailRow = {
  organisation_id: string
  key: string
  sending_id: string | null
  kind: string
  received_at: Temporal.Instant
}

declare module "../../kernel/db.ts" {
  interface Tables {
    sendings: SendingRow
    received_mails: ReceivedMailRow
  }
}
