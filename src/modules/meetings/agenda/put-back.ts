import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { itemPutBack } from "../events.ts"
import { stillOnTheWay } from "../meeting.ts"
import { findReadItemToChange } from "./find-item.ts"
import { orderOf, placeItems } from "./store.ts"
import { preparesIt } from "../prepares.ts"

/** Undoes `agenda.remove`, at the place the item had. */
export const putBackItem = command({
  name: "agenda.putBack",
  input: z.object({ itemId: z.uuid(), position: z.int().min(1).max(1000).optional() }),
  find: ({ itemId }, given) => findReadItemToChange(itemId, given),
  allow: preparesIt,
  async run({ input, subject: { item, meeting }, actor, db, now }) {
    stillOnTheWay(meeting)
    if (item.state !== "withdrawn") refuse("agenda.not_removed")
    const others = await orderOf(meeting.id, db)
    await db
      .updateTable("agenda_items")
      .set({ state: "accepted", changed_by: actor.personId, changed_at: now, version: item.version + 1 })
      .where("id", "=", item.id)
      .execute()
    await placeItems(meeting.id, others.toSpliced((input.position ?? others.length + 1) - 1, 0, item.id), db)
    return itemPutBack({ itemId: item.id, meetingId: meeting.id })
  },
})
