import type { Generated } from "kysely"

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

export type Ring = "member" | "sympathiser" | "supporter" | "former"

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
}

declare module "../../kernel/db.ts" {
  interface Tables {
    functions: FunctionRow
    mandates: MandateRow
    memberships: MembershipRow
    grants: GrantRow
  }
}
