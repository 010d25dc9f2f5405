import type { Generated } from "kysely"

export type FileRow = {
  organisation_id: string
  id: string
  body_id: string
  hash: string
  name: string
  type: string
  bytes: bigint
  confidential: Generated<boolean>
  text: string | null
  pages: number | null
  kept_by: string | null
  kept_at: Temporal.Instant
}

declare module "../../kernel/db.ts" {
  interface Tables {
    files: FileRow
    file_remains: { organisation_id: string; hash: string }
  }
}
