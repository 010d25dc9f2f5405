import type { Generated, GeneratedAlways } from "kysely"

export type FunctionRow = {
  organisation_id: string
  id: string
  body_id: string
  key: string
  name_m: string
  name_f: string
  name_n: string
  capabilities: string[]
  reach: Generated<"body" | "below">
  holders_min: Generated<number>
  holders_max: number | null
  term_months: number | null
  consecutive_max: number | null
  excludes: Generated<string[]>
  parity: Generated<boolean>
  second_factor: Generated<boolean>
  ended_on: Temporal.PlainDate | null
}

/** The gender of the words for a function: masculine, feminine, or neither. The same as in people/, which stands above. */
export type Form = "m" | "f" | "n"

export type MandateOrigin = "vote" | "decision" | "appointment" | "founding"

export type MandateRow = {
  organisation_id: string
  id: string
  person_id: string
  function_id: string
  body_id: string
  since: Temporal.PlainDate
  until: Temporal.PlainDate | null
  origin: MandateOrigin
  origin_id: string | null
  origin_note: string | null
  recorded_at: Generated<Temporal.Instant>
}

/** The days a mandate had until somebody corrected them. */
export type MandateCorrectionRow = {
  organisation_id: string
  id: string
  mandate_id: string
  since: Temporal.PlainDate
  until: Temporal.PlainDate | null
  reason: string
  corrected_by: string | null
  corrected_at: Temporal.Instant
}

/** A sensibility of a body: the list or party of elected members who sit with others in a plural group. */
export type AffiliationRow = {
  organisation_id: string
  id: string
  body_id: string
  name: string
  ended_on: Temporal.PlainDate | null
}

export type AffiliateRow = {
  organisation_id: string
  id: string
  affiliation_id: string
  body_id: string
  person_id: string
  since: Temporal.PlainDate
  until: Temporal.PlainDate | null
}

export type Ring = "member" | "sympathiser" | "supporter" | "contact" | "former"

export type MembershipRow = {
  organisation_id: string
  id: string
  person_id: string
  body_id: string
  ring: Ring
  since: Temporal.PlainDate
  until: Temporal.PlainDate | null
  dues_until: Temporal.PlainDate | null
}

export type GrantRow = {
  organisation_id: string
  id: string
  person_id: string
  capability: string
  body_id: string
  since: Temporal.PlainDate
  until: Temporal.PlainDate
  granted_by: string
  reason: string
  revoked_on: Temporal.PlainDate | null
  /** The one thing it is of, matter, meeting or list; with none of them, it is of the whole body. */
  matter_id: Generated<string | null>
  meeting_id: Generated<string | null>
  list_id: Generated<string | null>
  whole: GeneratedAlways<boolean>
}

declare module "../../kernel/db.ts" {
  interface Tables {
    functions: FunctionRow
    mandates: MandateRow
    mandate_corrections: MandateCorrectionRow
    memberships: MembershipRow
    affiliations: AffiliationRow
    affiliates: AffiliateRow
    grants: GrantRow
  }
}
