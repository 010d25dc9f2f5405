import type { ColumnType, Generated } from "kysely"
import type { Paragraph } from "../../kernel/amending/paragraph.ts"
import type { BaseKind, Effect, OtherOutcome, Trouble } from "./kinds.ts"
import type { Operation } from "../../kernel/amending/operation.ts"
import type { Snag } from "../../kernel/amending/carry-over.ts"

export type SnagAt = { index: number; snag: Snag; from: number; to: number }

export type BaseRow = {
  organisation_id: string
  id: string
  body_id: string
  sitting_item_id: string | null
  kind: BaseKind
  title: string
  reference: string | null
  version: Generated<number>
  brought_by: string | null
  brought_at: Temporal.Instant
}

export type BaseVersionRow = {
  organisation_id: string
  base_id: string
  number: number
  file_id: string | null
  trouble: Generated<Trouble | null>
  note: Generated<"macros" | null>
  left_out: Generated<number>
  paragraphs: ColumnType<Paragraph[] | null, unknown, unknown>
  revision: Generated<number>
  brought_by: string | null
  brought_at: Temporal.Instant
  adopted_by: Generated<string | null>
  adopted_at: Generated<Temporal.Instant | null>
}

export type AmendmentRow = {
  organisation_id: string
  id: string
  base_id: string
  text_id: string | null
  group_name: string | null
  number: string | null
  outcome: Generated<OtherOutcome | null>
  /** Of a sub-amendment, the amendment it amends. */
  amends_id: Generated<string | null>
  revision: Generated<number>
  version: number
  operations: ColumnType<{ operations: Operation[]; on?: string[] }, unknown, unknown>
  snags: ColumnType<{ snags: SnagAt[] } | null, unknown, unknown>
  effect: Effect
  amount_cents: bigint | null
  /** As the assembly published it: who signed it, where, what it asks, why. */
  signed_by: Generated<string | null>
  place: Generated<string | null>
  says: Generated<string | null>
  object: Generated<string | null>
  written_by: string | null
  written_at: Temporal.Instant
}

declare module "../../kernel/db.ts" {
  interface Tables {
    bases: BaseRow
    base_versions: BaseVersionRow
    amendments: AmendmentRow
  }
}
