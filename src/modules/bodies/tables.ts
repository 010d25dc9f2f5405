import type { ColumnType, Generated } from "kysely"
import type { KeyDateKind } from "./key-dates.ts"

export type Means = "public" | "party"

export type BodyRow = {
  organisation_id: string
  id: string
  parent_id: string | null
  line: string[]
  kind: string
  name: string
  code: string
  profile: string
  means: Means
  country: string
  zone: string
  /** Where it usually meets. */
  place: string | null
  /** Where its letters are written: "Lisle, le 2 mai 2026". */
  town: string | null
  closed_on: Temporal.PlainDate | null
  created_at: Generated<Temporal.Instant>
}

export type RuleRow = {
  organisation_id: string
  id: string
  body_id: string
  key: string
  value: ColumnType<unknown, unknown, unknown>
  unit: string
  jurisdiction: string
  count_basis: string | null
  legal_basis: string | null
  source: string | null
  read_on: Temporal.PlainDate | null
  valid_from: Temporal.PlainDate | null
  valid_to: Temporal.PlainDate | null
  confidence: "V" | "V-" | "M+" | "M" | "?"
  overridden_by: string | null
  note: string | null
}

declare module "../../kernel/db.ts" {
  interface Tables {
    bodies: BodyRow
    rules: RuleRow
    key_dates: {
      organisation_id: string
      id: string
      body_id: string
      kind: KeyDateKind
      on_day: Temporal.PlainDate
      name: string | null
      source: string
      removed_at: Temporal.Instant | null
    }
    body_origins: {
      organisation_id: string
      body_id: string
      origin_id: string
      on_day: Temporal.PlainDate
      direct: boolean
    }
    numbers: { organisation_id: string; body_id: string; kind: string; year: number; last: number }
  }
}
