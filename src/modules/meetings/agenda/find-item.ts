import { type Selectable, sql } from "kysely"
import type { Db } from "../../../kernel/db.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { findMeetingToChange } from "../store.ts"
import type { Meeting } from "../meeting.ts"
import { isOpenTo, readsConfidential } from "../seen.ts"
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

/** The same, for whoever may read its words: what one may not read one neither rewrites, opens to others nor takes away. */
export const findReadItemToChange = async (itemId: string, given: Circumstances) => {
  const found = await findItemToChange(itemId, given.db)
  return found && (await isItemRead(found.item, found.meeting, given)) ? found : undefined
}

/** Whether the words of an item are for the actor. */
export const isItemRead = async (item: Item, meeting: Meeting, given: Circumstances): Promise<boolean> => {
  if (!item.confidential && !meeting.confidential) return true
  if (!given.actor.personId) return false
  const isOpen = isOpenTo(given.actor.personId, await readsConfidential(meeting, given))
  const { rows } = await sql<{ open: boolean }>`
    select ${isOpen} as open from agenda_items i join meetings m on m.id = i.meeting_id where i.id = ${item.id}`.execute(
    given.db,
  )
  return rows[0]?.open ?? false
}
