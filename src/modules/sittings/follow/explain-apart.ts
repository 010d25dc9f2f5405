import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { text } from "../../../kernel/input.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { anyOf } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import { apartExplained } from "../events.ts"
import { isReader } from "../items/take-position.ts"
import { findSeenItem } from "../seen.ts"
import { isApart } from "./apart.ts"

/** Why ours voted otherwise than was decided: asked once, of whoever prepares the sitting or read the item. */
export const explainApart = command({
  name: "sittings.explainApart",
  input: z.object({ itemId: z.uuid(), reason: text(2000).pipe(z.string().min(1)) }),
  find: ({ itemId }, given) => findSeenItem(itemId, given),
  allow: anyOf<{ body_id: string; reader_id: string | null }>(holds("sittings.manage"), isReader),
  async run({ input: { itemId, reason }, subject: item, db }) {
    if (!isApart(item)) refuse("sittings.not_apart")
    await db.updateTable("sitting_items").set({ voted_reason: reason }).where("id", "=", itemId).execute()
    return apartExplained({ itemId, sittingId: item.sitting_id, bodyId: item.body_id })
  },
})
