import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { noteAttached } from "../../matters/contract.ts"
import { itemAccepted } from "../events.ts"
import { stillOnTheWay } from "../meeting.ts"
import { findItemToChange } from "./find-item.ts"
import { stillWaiting } from "./proposal.ts"
import { makeRoom } from "./store.ts"
import { preparesIt } from "../prepares.ts"

/** Puts a proposal on the agenda, last but for what closes it. */
export const acceptItem = command({
  name: "agenda.accept",
  input: z.object({ itemId: z.uuid() }),
  find: ({ itemId }, { db }) => findItemToChange(itemId, db),
  allow: preparesIt,
  async run({ subject: { item, meeting }, actor, db, now }) {
    stillOnTheWay(meeting)
    stillWaiting(item)
    await db
      .updateTable("agenda_items")
      .set({
        state: "accepted",
        position: await makeRoom(meeting.id, 1, db),
        added_after: meeting.state !== "preparing",
        changed_by: actor.personId,
        changed_at: now,
        version: item.version + 1,
      })
      .where("id", "=", item.id)
      .execute()
    // Proposed for a matter, it hangs there from now on.
    await noteAttached({ id: item.id, matter_id: null }, item.matter_id, { actor, db, now })
    return itemAccepted({ itemId: item.id, meetingId: meeting.id })
  },
})
