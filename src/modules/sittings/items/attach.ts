import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { anyOf } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import { mustSeeMatter, noteAttached } from "../../matters/contract.ts"
import { sittingItemAttached } from "../events.ts"
import { findSeenItem } from "../seen.ts"
import { isReader } from "./take-position.ts"

/** The matter of ours that this item is about, said by its reader or by whoever prepares the sitting; null takes it off. */
export const attachItem = command({
  name: "sittings.attach",
  input: z.object({ itemId: z.uuid(), matterId: z.uuid().nullable() }),
  find: ({ itemId }, given) => findSeenItem(itemId, given),
  allow: anyOf<{ body_id: string; reader_id: string | null }>(holds("sittings.manage"), isReader),
  async run({ input: { itemId, matterId }, subject, ...given }) {
    if (matterId && matterId !== subject.matter_id) await mustSeeMatter(matterId, subject.body_id, given)
    await given.db.updateTable("sitting_items").set({ matter_id: matterId }).where("id", "=", itemId).execute()
    await noteAttached(subject, matterId, given)
    return sittingItemAttached({ itemId, sittingId: subject.sitting_id, bodyId: subject.body_id, matterId })
  },
})
