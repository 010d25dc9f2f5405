import type {} from "./walloon/tables.ts"
import type { Generated, GeneratedAlways } from "kysely"
import type { AssemblyKind, AttendanceState, LineState, Outcome, Side, Stance, Tint, Voted, Wish } from "./kinds.ts"

export type AssemblyRow = {
  organisation_id: string
  id: string
  body_id: string
  name: string
  kind: AssemblyKind
  seats: number | null
  /** The institution that it is, in the file of counterparts. */
  outside_id: Generated<string | null>
  closed_on: Temporal.PlainDate | null
}

export type AssemblyGroupRow = {
  organisation_id: string
  id: string
  assembly_id: string
  name: string
  short: string
  side: Side
  tint: Tint
  is_ours: boolean
  ended_on: Temporal.PlainDate | null
}

export type AssemblyMemberRow = {
  organisation_id: string
  id: string
  assembly_id: string
  group_id: string | null
  given_name: string
  family_name: string
  folded: GeneratedAlways<string>
  role: string | null
  seat: number | null
  since: Temporal.PlainDate | null
  until: Temporal.PlainDate | null
  person_id: string | null
}

export type SittingRow = {
  organisation_id: string
  id: string
  body_id: string
  assembly_id: string
  title: string
  starts: Temporal.PlainDateTime
  zone: string
  place: string | null
  convened_on: Temporal.PlainDate | null
  /** Where the rule of the assembly does not hold for this one. */
  speaking_minutes: Generated<number | null>
  ended_at: Temporal.Instant | null
}

export type SittingItemRow = {
  organisation_id: string
  id: string
  sitting_id: string
  place: number
  number: string | null
  title: string
  rapporteur: Generated<string | null>
  commission: Generated<string | null>
  amount_cents: Generated<bigint | null>
  matter_id: Generated<string | null>
  reader_id: Generated<string | null>
  stance: Generated<Stance | null>
  stance_condition: Generated<string | null>
  stance_note: Generated<string | null>
  /** Who said it last, and since when it is decided; not decided, it is a proposal. */
  stance_by: Generated<string | null>
  stance_said_at: Generated<Temporal.Instant | null>
  stance_decided_at: Generated<Temporal.Instant | null>
  /** On the agenda of a meeting of ours, and what that meeting decided. */
  agenda_item_id: Generated<string | null>
  decision_id: Generated<string | null>
  outcome: Generated<Outcome | null>
  votes_for: Generated<number | null>
  votes_against: Generated<number | null>
  abstentions: Generated<number | null>
  /** How ours voted in fact, and why where it was not the position. */
  voted: Generated<Voted | null>
  voted_reason: Generated<string | null>
  removed_at: Generated<Temporal.Instant | null>
}

export type ReceiptLineRow = {
  organisation_id: string
  id: string
  receipt_id: string
  place: number
  path: string
  state: LineState
  reason: string | null
  file_id: string | null
  item_id: string | null
}

export type ReadingSheetRow = {
  organisation_id: string
  item_id: string
  what: string
  gains: string
  line: string
  risk: string
  questions: string
  ready_at: Temporal.Instant | null
  written_by: string | null
  written_at: Temporal.Instant
}

declare module "../../kernel/db.ts" {
  interface Tables {
    assemblies: AssemblyRow
    assembly_groups: AssemblyGroupRow
    assembly_members: AssemblyMemberRow
    sittings: SittingRow
    sitting_items: SittingItemRow
    sitting_wishes: {
      organisation_id: string
      item_id: string
      person_id: string
      wish: Wish
      said_at: Temporal.Instant
    }
    reader_themes: { organisation_id: string; body_id: string; person_id: string; theme_id: string }
    reading_sheets: ReadingSheetRow
    sitting_lines: {
      organisation_id: string
      item_id: string
      affiliation_id: string
      stance: Stance
      note: string | null
    }
    sitting_speakers: {
      organisation_id: string
      item_id: string
      person_id: string
      place: number
      minutes: number
    }
    sitting_attendances: {
      organisation_id: string
      sitting_id: string
      person_id: string
      state: AttendanceState
      replaced_by: string | null
      proxy_to: string | null
      note: string | null
    }
    receipts: {
      organisation_id: string
      id: string
      sitting_id: string
      received_by: string | null
      received_at: Temporal.Instant
      done_at: Temporal.Instant | null
    }
    receipt_lines: ReceiptLineRow
    sitting_promises: {
      organisation_id: string
      id: string
      sitting_id: string
      item_id: string | null
      /** As it was said: "le vice-président aux mobilités". */
      who: string
      what: string
      until: Temporal.PlainDate | null
      task_id: string
      noted_by: string | null
      noted_at: Temporal.Instant
    }
  }
}
