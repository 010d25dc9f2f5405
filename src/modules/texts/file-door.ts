import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Door } from "../../kernel/file/door.ts"
import { isTextSeen } from "./seen.ts"
import { isSheetSeen } from "./sheets/sheet.ts"

/** The papers a sheet leans on are for whoever reads the sheet; the proof of a lodging and the answer to a text for whoever sees it. */
export const textFileDoor: Door = async (fileId, { actor, db, now }) => {
  if (!actor.personId) return undefined
  const { rows } = await sql<{ seen: boolean }>`
    select ${isSheetSeen(actor.personId, dayOf(now))} as seen
      from text_sources s join texts w on (w.organisation_id, w.id) = (s.organisation_id, s.text_id)
     where s.file_id = ${fileId}
    union all select ${isTextSeen(actor.personId, dayOf(now))} from texts w 
     where ${fileId} in (w.proof_id, w.answer_file_id)`.execute(db)
  return rows.length === 0 ? undefined : rows.some(({ seen }) => seen)
}
