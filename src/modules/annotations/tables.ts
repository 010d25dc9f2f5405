import type { ColumnType, Generated } from "kysely"
import type { Rect } from "../../kernel/file/page/words.ts"

export type AnnotationRow = {
  organisation_id: string
  id: string
  file_id: string
  page: number
  rects: ColumnType<Rect[], unknown, unknown>
  quote: string
  said: string
  author_id: string
  /** Who alone reads it; null: whoever may open the paper. */
  private_to: string | null
  written_at: Temporal.Instant
  changed_at: Generated<Temporal.Instant | null>
  settled_by: Generated<string | null>
  settled_at: Generated<Temporal.Instant | null>
  carried_at: Generated<Temporal.Instant | null>
  /** The newer version that has the passage no more. */
  gone_from: Generated<string | null>
}

declare module "../../kernel/db.ts" {
  interface Tables {
    annotations: AnnotationRow
    annotation_replies: {
      organisation_id: string
      id: string
      annotation_id: string
      said: string
      author_id: string
      written_at: Temporal.Instant
    }
  }
}
