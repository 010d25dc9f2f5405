import type { InstitutionKind, Level, ListPart, Origin, Role, Stance } from "./kinds.ts"

export type InstitutionRow = {
  organisation_id: string
  id: string
  body_id: string
  /** The organisation of the file of counterparts that it is: its name stands there. */
  outside_id: string
  kind: InstitutionKind
  level: Level
  country: string
  seats: number | null
  note: string | null
  closed_on: Temporal.PlainDate | null
}

export type OfficeRow = {
  organisation_id: string
  id: string
  body_id: string
  institution_id: string
  person_id: string
  role: Role
  title: string | null
  since: Temporal.PlainDate
  until: Temporal.PlainDate | null
  origin: Origin
  sent_by: string | null
  origin_note: string | null
  /** The decision in this product by which they sit there. */
  decision_id: string | null
  delegation: string | null
  stance: Stance | null
  paid: boolean | null
  yearly_gross_cents: bigint | null
  listed: boolean
}

declare module "../../kernel/db.ts" {
  interface Tables {
    institutions: InstitutionRow
    offices: OfficeRow
    office_versions: {
      organisation_id: string
      id: string
      office_id: string
      since: Temporal.PlainDate
      until: Temporal.PlainDate | null
      role: Role
      title: string | null
      stance: Stance | null
      delegation: string | null
      changed_by: string | null
      changed_at: Temporal.Instant
    }
    office_declarations: {
      organisation_id: string
      id: string
      body_id: string
      person_id: string
      rule: string
      year: number
      lodged_on: Temporal.PlainDate
      written_by: string | null
    }
    office_lists: {
      organisation_id: string
      id: string
      body_id: string
      shows: ListPart[]
      opened_at: Temporal.Instant
      opened_by: string | null
      closed_at: Temporal.Instant | null
    }
  }
}
