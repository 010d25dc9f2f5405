import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { holds, mustSee } from "../../mandates/contract.ts"
import { sittingItemAssigned } from "../events.ts"
import { findSeenItem } from "../seen.ts"

/** Somebody reads this item for the others; null takes it back from whoever had it. */
export const assignItem = command({
  name: "sittings.assign",
  input: z.object({ itemId: z.uuid(), readerId: z.uuid().nullable() }),
  find: ({ itemId }, given) => findSeenItem(itemId, given),
  allow: holds("sittings.manage"),
  async run({ input: { itemId, readerId }, subject, ...given }) {
    await mustSee([readerId], given, { known: [subject.reader_id] })
    await given.db.updateTable("sitting_items").set({ reader_id: readerId }).where("id", "=", itemId).execute()
    return sittingItemAssigned({ itemId, sittingId: subject.sitting_id, bodyId: subject.body_id, readerId })
  },
})
