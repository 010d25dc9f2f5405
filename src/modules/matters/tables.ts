import type { Generated } from "kysely"

export type MatterRow = {
  organisation_id: string
  id: string
  body_id: string
  title: string
  standing: Generated<string>
  lead_id: string | null
  confidential: Generated<boolean>
  opened_on: Temporal.PlainDate
  closed_on: Temporal.PlainDate | null
}

declare module "../../kernel/db.ts" {
  interface Tables {
    matters: MatterRow
  }
}
