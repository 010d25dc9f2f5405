import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Door } from "../../../kernel/file/door.ts"
import { isSittingSeen } from "../seen.ts"

/** The minutes of a sitting are for whoever sees it. */
export const minutesDoor: Door = async (fileId, { actor, db, now }) => {
  if (!actor.personId) return undefined
  const { rows } = await sql<{ seen: boolean }>`
    select ${isSittingSeen(actor.personId, dayOf(now))} as seen
      from sitting_minutes m join sittings s on (s.organisation_id, s.id) = (m.organisation_id, m.sitting_id)
     where m.file_id = ${fileId}`.execute(db)
  return rows.length === 0 ? undefined : rows.some(({ seen }) => seen)
}
