import type { Selectable } from "kysely"
import type { Db } from "../../../kernel/db.ts"
import { findMeetingToChange } from "../store.ts"
import type { Meeting } from "../meeting.ts"
import type { AgendaItemRow } from "../tables.ts"

export type Item = Selectable<AgendaItemRow>

/** An item with its meeting, both locked, the meeting first: every change of one agenda waits for the one before. */
export const findItemToChange = async (
  itemId: string,
  db: Db,
): Promise<{ item: Item; meeting: Meeting; body_id: string } | undefined> => {
  const where = await db.selectFrom("agenda_items").select("meeting_id").where("id", "=", itemId).executeTakeFirst()
  const meeting = where && (await findMeetingToChange(where.meeting_id, db))
  if (!meeting) return undefined
  const item = await db
    .selectFrom("agenda_items")
    .selectAll()
    .where("id", "=", itemId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { item, meeting, body_id: meeting.body_id }
}
