import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Door } from "../../../kernel/file/door.ts"
import { isSittingSeen } from "../seen.ts"

/** The papers of a sitting are for whoever sees it. */
export const sittingPaperDoor: Door = async (fileId, { actor, db, now }) => {
  if (!actor.personId) return undefined
  const { rows } = await sql<{ seen: boolean }>`
    select ${isSittingSeen(actor.personId, dayOf(now))} as seen
      from receipt_lines l
      join receipts r on (r.organisation_id, r.id) = (l.organisation_id, l.receipt_id)
      join sittings s on (s.organisation_id, s.id) = (r.organisation_id, r.sitting_id)
     where l.file_id = ${fileId}`.execute(db)
  return rows.length === 0 ? undefined : rows.some(({ seen }) => seen)
}
