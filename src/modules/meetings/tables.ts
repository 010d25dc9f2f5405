import type { ColumnType, Generated } from "kysely"
// Their tables are joined here; without these the compiler of the screens does not know them.
import type {} from "../documents/contract.ts"
import type {} from "../matters/contract.ts"

/** jsonb: read as it is, written through `json()`. */
type Jsonb<T> = ColumnType<T, unknown, unknown>
type Tenant = { organisation_id: string }

export type Convenes = "members" | "members_up_to_date" | "holders" | "listed"
export type Purpose = "inform" | "discuss" | "decide"
export type MeetingState = "preparing" | "convened" | "open" | "closed" | "cancelled"
export type Automatic = "approve-minutes" | "follow-up" | "carried-over"
export type TemplateItem = {
  title: string
  purpose: Purpose
  minutes: number
  automatic?: "approve-minutes" | "follow-up" | null
  confidential?: boolean
}
export type AnswerKind = "present" | "excused" | "proxy"
export type Through = "link" | "calendar" | "mail" | "app" | "secretariat"

export type MeetingTypeRow = Tenant & {
  id: string
  body_id: string
  key: string
  name: string
  convenes: Convenes
  functions: Generated<string[]>
  notice_rule: string | null
  items_rule: string | null
  quorum_rule: string | null
  majority_rule: string | null
  proxy_rule: string | null
  confidential: Generated<boolean>
  place: string | null
  starts_at: Temporal.PlainTime | null
  minutes: Generated<number>
  agenda: Jsonb<TemplateItem[]>
  ended_on: Temporal.PlainDate | null
}

export type MeetingSeriesRow = Tenant & {
  id: string
  body_id: string
  type_id: string | null
  title: string
  rule: Jsonb<unknown>
  place: string | null
  link: string | null
  outside: Generated<boolean>
  host: string | null
  ended_on: Temporal.PlainDate | null
}

export type MeetingRow = Tenant & {
  id: string
  body_id: string
  type_id: string | null
  series_id: string | null
  series_day: Temporal.PlainDate | null
  title: string
  starts: Temporal.PlainDateTime
  zone: string
  minutes: number
  place: string | null
  link: string | null
  outside: Generated<boolean>
  host: string | null
  confidential: Generated<boolean>
  state: Generated<MeetingState>
  propose_until: Temporal.PlainDate | null
  uid: string
  sequence: Generated<number>
  chair_id: string | null
  scribe_id: string | null
  convened_at: Temporal.Instant | null
  urgency_reason: string | null
  irregular_reason: string | null
  quorum_waiver: string | null
  first_meeting_id: string | null
  opened_at: Temporal.Instant | null
  closed_at: Temporal.Instant | null
  cancelled_at: Temporal.Instant | null
  cancel_reason: string | null
  occasions: Generated<string[]>
  created_by: string | null
  created_at: Generated<Temporal.Instant>
  version: Generated<number>
}

export type AgendaItemRow = Tenant & {
  id: string
  meeting_id: string
  position: number | null
  title: string
  purpose: Purpose
  presenter_id: string | null
  minutes: Generated<number>
  confidential: Generated<boolean>
  matter_id: string | null
  description: Jsonb<unknown>
  proposed_decision: string | null
  state: Generated<"proposed" | "accepted" | "refused" | "merged" | "withdrawn">
  proposed_by: string | null
  proposed_at: Temporal.Instant | null
  refused_reason: string | null
  merged_into: string | null
  automatic: Automatic | null
  /** The short talk that ends the agenda of its type: what is added later stands before it. */
  closes: Generated<boolean>
  about_meeting_id: string | null
  from_item_id: string | null
  added_after: Generated<boolean>
  notes: Jsonb<unknown>
  opened_at: Temporal.Instant | null
  closed_at: Temporal.Instant | null
  outcome: "decided" | "discussed" | "informed" | "postponed" | null
  version: Generated<number>
  changed_by: string | null
  changed_at: Temporal.Instant | null
}

export type GuestRow = Tenant & {
  meeting_id: string
  person_id: string
  invited_at: Temporal.Instant
}

export type InvitationRow = Tenant & {
  id: string
  meeting_id: string
  person_id: string
  means: "email" | "post"
  voting: Generated<boolean>
  answer: AnswerKind | null
  answered_at: Temporal.Instant | null
  answered_by: Through | null
  answer_note: string | null
  withdrawn_at: Temporal.Instant | null
}

export type StrayAnswerRow = Tenant & {
  id: string
  meeting_id: string
  sender: string
  attendee: string
  answer: "present" | "excused"
  note: string | null
  guess_id: string | null
  received_at: Temporal.Instant
  settled_at: Temporal.Instant | null
  invitation_id: string | null
}

export type ProxyRow = Tenant & {
  id: string
  meeting_id: string
  giver_id: string
  holder_id: string
  given_at: Temporal.Instant
  given_by: Through | "paper"
  file_id: string | null
  withdrawn_at: Temporal.Instant | null
}

export type AttendanceRow = Tenant & {
  id: string
  meeting_id: string
  person_id: string
  voting: Generated<boolean>
  remote: Generated<boolean>
  arrived_at: Temporal.Instant
  left_at: Temporal.Instant | null
}

export type MinutesRow = Tenant & {
  meeting_id: string
  reference: string | null
  state: Generated<"draft" | "circulated" | "approved">
  opening: Jsonb<unknown>
  closing: Jsonb<unknown>
  version: Generated<number>
  changed_by: string | null
  changed_at: Temporal.Instant | null
  circulated_at: Temporal.Instant | null
  circulated_by: string | null
  approved_at: Temporal.Instant | null
  approved_by: string | null
  approved_in: string | null
  file_id: string | null
  content: Jsonb<unknown>
}

declare module "../../kernel/db.ts" {
  interface Tables {
    dismissed_occasions: {
      organisation_id: string
      body_id: string
      occasion: string
      reason: string
      dismissed_by: string | null
      dismissed_at: Temporal.Instant
    }
    meeting_types: MeetingTypeRow
    meeting_series: MeetingSeriesRow
    meetings: MeetingRow
    agenda_items: AgendaItemRow
    item_papers: Tenant & { item_id: string; file_id: string; position: Generated<number> }
    meeting_guests: GuestRow
    invitations: InvitationRow
    stray_answers: StrayAnswerRow
    proxies: ProxyRow
    attendances: AttendanceRow
    minutes: MinutesRow
    minutes_corrections: Tenant & {
      id: string
      meeting_id: string
      item_id: string | null
      person_id: string
      text: string
      asked_at: Temporal.Instant
      state: Generated<"asked" | "taken" | "declined">
      answer: string | null
    }
    date_polls: Tenant & {
      id: string
      body_id: string
      meeting_id: string | null
      type_id: string | null
      title: string
      until: Temporal.PlainDate | null
      closed_at: Temporal.Instant | null
      created_by: string | null
    }
    date_poll_options: Tenant & { id: string; poll_id: string; starts: Temporal.PlainDateTime }
    date_poll_answers: Tenant & {
      option_id: string
      person_id: string
      answer: "yes" | "if_needed" | "no"
      answered_at: Temporal.Instant
    }
  }
}
