import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { itemWithdrawn } from "../events.ts"
import { findItemToChange } from "./find-item.ts"
import { isProposer, stillWaiting } from "./proposal.ts"

/** The author takes a proposal back while nobody has answered it. */
export const withdrawItem = command({
  name: "agenda.withdraw",
  input: z.object({ itemId: z.uuid() }),
  find: ({ itemId }, { db }) => findItemToChange(itemId, db),
  allow: isProposer,
  async run({ subject: { item, meeting }, actor, db, now }) {
    stillWaiting(item)
    await db
      .updateTable("agenda_items")
      .set({ state: "withdrawn", changed_by: actor.personId, changed_at: now, version: item.version + 1 })
      .where("id", "=", item.id)
      .execute()
    return itemWithdrawn({ itemId: item.id, meetingId: meeting.id })
  },
})
