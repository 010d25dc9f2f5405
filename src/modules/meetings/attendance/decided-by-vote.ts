import { invalid } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { isItemRead } from "../agenda/find-item.ts"
import { itemsOf } from "../agenda/read-items.ts"
import type { Meeting } from "../meeting.ts"

/** The items of a meeting under which a vote can be written: accepted, and in words that the actor may read. */
export const itemsToDecide = async (meeting: Meeting, given: Circumstances): Promise<{ id: string; title: string }[]> =>
  (await itemsOf(meeting, given)).flatMap(({ id, title, state }) =>
    state === "accepted" && title !== null ? [{ id, title }] : [],
  )

/** Marks an item of a locked meeting as decided by a vote of its own; answers what its decision takes over. */
export const decidedByVote = async (meeting: Meeting, itemId: string, given: Circumstances) => {
  const item = await given.db
    .selectFrom("agenda_items")
    .selectAll()
    .where("id", "=", itemId)
    .where("meeting_id", "=", meeting.id)
    .where("state", "=", "accepted")
    .forUpdate()
    .executeTakeFirst()
  if (!item || !(await isItemRead(item, meeting, given))) return invalid(["itemId"], "invalid_value")
  await given.db.updateTable("agenda_items").set({ outcome: "decided" }).where("id", "=", itemId).execute()
  return { matterId: item.matter_id, confidential: item.confidential }
}
