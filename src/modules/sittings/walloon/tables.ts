import type { Generated } from "kysely"
import type { Outcome } from "../kinds.ts"
import type { ChainStep } from "./chain.ts"

export type TheirLine = {
  item_id: string | null
  title: string
  outcome: Outcome | null
  votes_for: number | null
  votes_against: number | null
  abstentions: number | null
  against: string | null
  abstaining: string | null
}

declare module "../../../kernel/db.ts" {
  interface Tables {
    sitting_steps: {
      organisation_id: string
      sitting_id: string
      step: ChainStep
      task_id: Generated<string | null>
      done_at: Generated<Temporal.Instant | null>
      done_by: Generated<string | null>
    }
    sitting_minutes: {
      organisation_id: string
      sitting_id: string
      received_on: Temporal.PlainDate
      file_id: string | null
      compared_by: string | null
      compared_at: Temporal.Instant
      approved_on: Generated<Temporal.PlainDate | null>
      remark: Generated<string | null>
    }
    sitting_minutes_lines: TheirLine & { organisation_id: string; sitting_id: string; place: number }
  }
}
