import type { Generated } from "kysely"

export type TaskState = "open" | "done" | "dropped"

export type TaskRow = {
  organisation_id: string
  id: string
  body_id: string
  meeting_id: string | null
  item_id: string | null
  decision_id: string | null
  matter_id: string | null
  what: string
  owner_id: string | null
  due: Temporal.PlainDate | null
  state: Generated<TaskState>
  done_at: Temporal.Instant | null
  done_by: string | null
  note: Generated<string>
  confidential: Generated<boolean>
  created_by: string | null
  created_at: Temporal.Instant
  reminded_on: Temporal.PlainDate | null
}

export type TaskNoteRow = {
  organisation_id: string
  id: string
  task_id: string
  person_id: string | null
  text: string
  at: Temporal.Instant
}

declare module "../../kernel/db.ts" {
  interface Tables {
    tasks: TaskRow
    task_helpers: { organisation_id: string; task_id: string; person_id: string }
    task_notes: TaskNoteRow
  }
}
