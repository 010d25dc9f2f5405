import type { ColumnType } from "kysely"
import type { Role } from "../offices/contract.ts"
import type { Key, Settled } from "./keys/key.ts"

export const parities = ["none", "balance", "alternation"] as const
export const origins = ["institution", "body"] as const
export const seatKinds = ["full", "substitute"] as const

type Written<T> = ColumnType<T, unknown, unknown>

export type DesignationRow = {
  organisation_id: string
  id: string
  body_id: string
  institution_id: string
  role: Role
  title: string | null
  seats: number
  substitutes: number
  since: Temporal.PlainDate
  until: Temporal.PlainDate | null
  origin: (typeof origins)[number]
  sent_by: string | null
  basis: string | null
  matter_id: string | null
  parity: (typeof parities)[number]
  first_form: "f" | "m" | null
  groups_key: Written<Key | null>
  groups_settled: Written<Settled[]>
  given_seats: number | null
  given_reason: string | null
  components_key: Written<Key | null>
  components_settled: Written<Settled[]>
  prepared_by: string | null
  prepared_at: Temporal.Instant
  decided_how: "ballot" | "decision" | "told" | null
  ballot_id: string | null
  decision_id: string | null
  told_by: string | null
  told_on: Temporal.PlainDate | null
  decided_by: string | null
  decided_at: Temporal.Instant | null
  designated_by: string | null
  designated_at: Temporal.Instant | null
  despite: string | null
  letter: string | null
  abandoned_by: string | null
  abandoned_at: Temporal.Instant | null
  abandoned_reason: string | null
}

export type DesignationPersonRow = {
  organisation_id: string
  designation_id: string
  person_id: string
  place: number
  seat: (typeof seatKinds)[number]
  component: string | null
  office_id: string | null
  follows_id: string | null
  follows_on: Temporal.PlainDate | null
}

declare module "../../kernel/db.ts" {
  interface Tables {
    designations: DesignationRow
    designation_people: DesignationPersonRow
  }
}
