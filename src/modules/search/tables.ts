import type { GeneratedAlways } from "kysely"

export const kinds = [
  "decision",
  "minutes",
  "item",
  "paper",
  "matter",
  "meeting",
  "task",
  "exchange",
  "office",
  "text",
  "sitting_item",
  "sitting_paper",
  "incoming",
  "base",
] as const
export type Kind = (typeof kinds)[number]

export type SearchEntryRow = {
  organisation_id: string
  kind: Kind
  id: string
  body_id: string
  meeting_id: string | null
  item_id: string | null
  title: string
  text: string
  confidential: boolean
  at: Temporal.Instant
  words: GeneratedAlways<string>
}

declare module "../../kernel/db.ts" {
  interface Tables {
    search_entries: SearchEntryRow
    search_followed: { organisation_id: string; position: bigint }
  }
}
