import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Door } from "../../../kernel/file/door.ts"
import { isTextSeen } from "../../texts/contract.ts"

/** What is joined to a letter is for whoever sees the letter. */
export const letterPaperDoor: Door = async (fileId, { actor, db, now }) => {
  if (!actor.personId) return undefined
  const { rows } = await sql<{ seen: boolean }>`
    select ${isTextSeen(actor.personId, dayOf(now))} as seen
      from letter_papers k join texts w on (w.organisation_id, w.id) = (k.organisation_id, k.text_id)
     where k.file_id = ${fileId}`.execute(db)
  return rows.length === 0 ? undefined : rows.some(({ seen }) => seen)
}
