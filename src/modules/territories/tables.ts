import type { GeneratedAlways } from "kysely"

export type Level = "region" | "province" | "department" | "arrondissement" | "municipality"

declare module "../../kernel/db.ts" {
  interface Tables {
    territories: {
      country: string
      level: Level
      code: string
      name: string
      folded: GeneratedAlways<string>
      parent_level: Level | null
      parent_code: string | null
      postcodes: string[]
      valid_from: Temporal.PlainDate | null
      valid_to: Temporal.PlainDate | null
      became: string | null
      source: string
      vintage: Temporal.PlainDate
    }
    body_territories: { organisation_id: string; body_id: string; country: string; level: Level; code: string }
  }
}
