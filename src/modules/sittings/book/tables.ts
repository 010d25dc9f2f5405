import type { ColumnType, Generated } from "kysely"
import type { BookFormat } from "../../../kernel/typeset/book-paper.ts"

/** What stood in a copy under one key, an item or "order": its fingerprint, and its pages; none where it was added later. */
export type Print = { hash: string; from: number | null; to: number | null }
export type Prints = Record<string, Print>

export type BookRow = {
  organisation_id: string
  id: string
  sitting_id: string
  reader_id: string | null
  format: BookFormat
  big: boolean
  only_mine: boolean
  with_papers: boolean
  confidential: boolean
  language: "fr" | "en"
  root_id: string | null
  asked_by: string | null
  asked_at: Temporal.Instant
  state: "asked" | "made" | "failed"
  made_at: Generated<Temporal.Instant | null>
  file_id: Generated<string | null>
  pages: Generated<number | null>
  left_out: Generated<number>
  prints: ColumnType<Prints | null, unknown, unknown>
}

declare module "../../../kernel/db.ts" {
  interface Tables {
    sitting_books: BookRow
  }
}
