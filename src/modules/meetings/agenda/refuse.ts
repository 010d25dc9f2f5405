import { z } from "zod"
import { confide } from "../../../kernel/confide.ts"
import { command } from "../../../kernel/command.ts"
import { text } from "../../../kernel/input.ts"
import { itemRefused } from "../events.ts"
import { findItemToChange } from "./find-item.ts"
import { stillWaiting } from "./proposal.ts"
import { preparesIt } from "../prepares.ts"

/** Declines a proposal, with the reason its author will read. */
export const refuseItem = command({
  name: "agenda.refuse",
  input: z.object({ itemId: z.uuid(), reason: text(2000).min(1) }),
  find: ({ itemId }, { db }) => findItemToChange(itemId, db),
  allow: preparesIt,
  async run({ input, subject: { item, meeting }, ...given }) {
    const { actor, db, now } = given
    stillWaiting(item)
    await db
      .updateTable("agenda_items")
      .set({
        state: "refused",
        refused_reason: confide(given, meeting.confidential || item.confidential).text(input.reason),
        changed_by: actor.personId,
        changed_at: now,
        version: item.version + 1,
      })
      .where("id", "=", item.id)
      .execute()
    return itemRefused({ itemId: item.id, meetingId: meeting.id })
  },
})
