import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Door } from "../../../kernel/file/door.ts"
import type { Meeting } from "../meeting.ts"
import { isOpenTo, isSeen, readsConfidential } from "../seen.ts"

/** The papers of an item are for whoever sees the meeting and may read the item. */
export const paperDoor: Door = async (fileId, given) => {
  const { actor, db, now } = given
  if (!actor.personId) return undefined
  const { rows } = await sql<Meeting & { item_id: string; seen: boolean }>`
    select m.*, i.id as item_id, ${isSeen(actor.personId, dayOf(now))} as seen
      from item_papers p
      join agenda_items i on i.id = p.item_id
      join meetings m on m.id = i.meeting_id
     where p.file_id = ${fileId}`.execute(db)
  if (rows.length === 0) return undefined
  for (const { item_id, seen, ...meeting } of rows) {
    if (!seen) continue
    const isOpen = isOpenTo(actor.personId, await readsConfidential(meeting, given))
    const found = await sql<{ open: boolean }>`
      select ${isOpen} as open from agenda_items i join meetings m on m.id = i.meeting_id where i.id = ${item_id}`.execute(
      db,
    )
    if (found.rows[0]?.open) return true
  }
  return false
}
