import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Door } from "../../../kernel/file/door.ts"
import { isSheetSeen } from "./sheet.ts"

/** The papers a sheet leans on are for whoever reads the sheet. */
export const sourceDoor: Door = async (fileId, { actor, db, now }) => {
  if (!actor.personId) return undefined
  const { rows } = await sql<{ seen: boolean }>`
    select ${isSheetSeen(actor.personId, dayOf(now))} as seen
      from text_sources s join texts w on (w.organisation_id, w.id) = (s.organisation_id, s.text_id)
     where s.file_id = ${fileId}`.execute(db)
  return rows.length === 0 ? undefined : rows.some(({ seen }) => seen)
}
