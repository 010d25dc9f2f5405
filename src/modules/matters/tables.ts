import type { Generated } from "kysely"

declare module "../../kernel/db.ts" {
  interface Tables {
    matters: {
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
  }
}
