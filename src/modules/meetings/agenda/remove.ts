import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { itemRemoved } from "../events.ts"
import { stillOnTheWay } from "../meeting.ts"
import { findReadItemToChange } from "./find-item.ts"
import { orderOf, placeItems } from "./store.ts"
import { preparesIt } from "../prepares.ts"

/** Takes an item off the agenda. It is kept as withdrawn, so that taking it off can be undone and its story told. */
export const removeItem = command({
  name: "agenda.remove",
  input: z.object({ itemId: z.uuid() }),
  find: ({ itemId }, given) => findReadItemToChange(itemId, given),
  allow: preparesIt,
  async run({ subject: { item, meeting }, actor, db, now }) {
    stillOnTheWay(meeting)
    if (item.state !== "accepted") refuse("agenda.not_on_agenda")
    if (item.opened_at) refuse("agenda.already_discussed")
    await db
      .updateTable("agenda_items")
      .set({
        state: "withdrawn",
        position: null,
        changed_by: actor.personId,
        changed_at: now,
        version: item.version + 1,
      })
      .where("id", "=", item.id)
      .execute()
    await placeItems(meeting.id, await orderOf(meeting.id, db), db)
    return itemRemoved({ itemId: item.id, meetingId: meeting.id })
  },
})
