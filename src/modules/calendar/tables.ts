import type { ColumnType } from "kysely"

export type CalendarFeedRow = {
  organisation_id: string
  id: string
  person_id: string
  body_id: string | null
  with_tasks: boolean
  created_at: ColumnType<Temporal.Instant>
  used_at: ColumnType<Temporal.Instant | null>
  revoked_at: ColumnType<Temporal.Instant | null>
}

declare module "../../kernel/db.ts" {
  interface Tables {
    calendar_feeds: CalendarFeedRow
  }
}
