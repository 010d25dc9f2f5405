import type { ColumnType, Generated } from "kysely"
import type { RichText } from "../../kernel/rich-text/schema.ts"
import type { TextState } from "./flow.ts"
import type { FieldName, TextKind } from "./kinds.ts"

export type TextFields = Partial<Record<FieldName, string>>

export type TextRow = {
  organisation_id: string
  id: string
  body_id: string
  kind: TextKind
  title: string
  state: Generated<TextState>
  author_id: string | null
  written_by: string | null
  matter_id: string | null
  sitting_item_id: string | null
  /** Of a text that no item carries: the sitting itself. */
  sitting_id: Generated<string | null>
  confidential: Generated<boolean>
  year: Generated<number | null>
  number: Generated<number | null>
  reference: Generated<string | null>
  fields: ColumnType<TextFields, unknown, unknown>
  doc: ColumnType<RichText | null, unknown, unknown>
  version: Generated<number>
  signs: Generated<number>
  words: Generated<number>
  limit_signs: number | null
  limit_minutes: number | null
  due_on: Temporal.PlainDate | null
  valid_until: Generated<Temporal.PlainDate | null>
  created_at: Temporal.Instant
  changed_by: string | null
  changed_at: Temporal.Instant
  signed_by: Generated<string | null>
  signed_at: Generated<Temporal.Instant | null>
  lodged_on: Generated<Temporal.PlainDate | null>
  lodged_at: Generated<Temporal.PlainTime | null>
  lodged_by: Generated<LodgingMeans | null>
  /** The file given for it by whom it was lodged with. */
  proof_id: Generated<string | null>
  /** The number the institution gave it. */
  their_number: Generated<string | null>
  /** The paper by which it was answered. */
  answer_file_id: Generated<string | null>
}

export type RemarkRow = {
  organisation_id: string
  id: string
  text_id: string
  passage: string
  near: number
  said: string | null
  proposed: string | null
  made_by: string | null
  made_at: Temporal.Instant
  state: Generated<"open" | "taken" | "refused" | "settled">
  answer: Generated<string | null>
  settled_by: Generated<string | null>
  settled_at: Generated<Temporal.Instant | null>
}

export type CitationRow = {
  organisation_id: string
  id: string
  sheet_id: string
  sheet_version: number
  text_id: string | null
  sitting_item_id: string | null
  cited_by: string | null
  cited_at: Temporal.Instant
}

export type CosignatureRow = {
  organisation_id: string
  id: string
  text_id: string
  person_id: string | null
  name: string
  quality: string | null
  email: string | null
  asked_by: string | null
  asked_at: Temporal.Instant
  until: Temporal.PlainDate
  state: Generated<"asked" | "signed" | "declined" | "withdrawn" | "lapsed">
  answered_at: Generated<Temporal.Instant | null>
  said: Generated<string | null>
  reminded_at: Generated<Temporal.Instant | null>
  withdrawn_by: Generated<string | null>
  withdrawn_at: Generated<Temporal.Instant | null>
  withdrawn_reason: Generated<string | null>
}

/** Why a version was kept: somebody wished it, or a step fixed it. */
export type LodgingMeans = "platform" | "mail" | "hand" | "post"
export type VersionReason = "kept" | "given" | "validated" | "lodged" | "suggestion" | "restored"

declare module "../../kernel/db.ts" {
  interface Tables {
    texts: TextRow
    text_remarks: RemarkRow
    text_versions: {
      organisation_id: string
      id: string
      text_id: string
      number: number
      title: string
      doc: ColumnType<RichText | null, unknown, unknown>
      reason: VersionReason
      name: string | null
      made_by: string | null
      made_at: Temporal.Instant
    }
    text_steps: {
      organisation_id: string
      id: string
      text_id: string
      state: TextState
      on_day: Temporal.PlainDate
      at: Temporal.Instant
      by_id: string | null
      note: string | null
    }
    text_models: {
      organisation_id: string
      id: string
      body_id: string
      kind: TextKind
      name: string
      doc: ColumnType<RichText | null, unknown, unknown>
      ended_at: Generated<Temporal.Instant | null>
      changed_by: string | null
      changed_at: Temporal.Instant
    }
    text_citations: CitationRow
    text_cosignatures: CosignatureRow
    text_sources: {
      organisation_id: string
      id: string
      text_id: string
      label: string | null
      url: string | null
      file_id: string | null
      decision_id: string | null
      added_by: string | null
      added_at: Temporal.Instant
    }
    text_timings: {
      organisation_id: string
      id: string
      text_id: string
      person_id: string
      words: number
      seconds: number
      timed_at: Temporal.Instant
    }
    text_readers: {
      organisation_id: string
      text_id: string
      person_id: string
      asked_by: string | null
      asked_at: Temporal.Instant
      read_at: Temporal.Instant | null
    }
  }
}
