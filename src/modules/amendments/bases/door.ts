import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Door } from "../../../kernel/file/door.ts"
import { isBaseSeen } from "../seen.ts"

/** The file a base was read from is for whoever sees the base. */
export const baseDoor: Door = async (fileId, { actor, db, now }) => {
  if (!actor.personId) return undefined
  const { rows } = await sql<{ seen: boolean }>`
    select ${isBaseSeen(actor.personId, dayOf(now))} as seen
      from base_versions v join bases b on (b.organisation_id, b.id) = (v.organisation_id, v.base_id)
     where v.file_id = ${fileId}`.execute(db)
  return rows.length === 0 ? undefined : rows.some(({ seen }) => seen)
}
