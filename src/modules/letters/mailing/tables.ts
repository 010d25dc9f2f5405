import type { ColumnType, Generated } from "kysely"

/** One of those a letter goes to: how they are addressed, and what stands in the fields of the text. */
export type LineSaid = {
  name: string
  lines: string[]
  email: string | null
  called: string
  closing: string
  organisation: string
  role: string
}

export type LineState = "waiting" | "made" | "no_address"

declare module "../../../kernel/db.ts" {
  interface Tables {
    mailings: {
      organisation_id: string
      text_id: string
      by_mail: Generated<boolean>
      chosen_by: string | null
      chosen_at: Temporal.Instant
      started_at: Generated<Temporal.Instant | null>
      done_at: Generated<Temporal.Instant | null>
    }
    mailing_lines: {
      organisation_id: string
      id: string
      text_id: string
      place: number
      counterpart_id: string | null
      person_id: string | null
      said: ColumnType<LineSaid, unknown, unknown>
      state: Generated<LineState>
      sending_id: Generated<string | null>
      tries: Generated<number>
    }
  }
}
