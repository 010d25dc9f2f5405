import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { invalid } from "../../../kernel/refusal.ts"
import { holds, mustSee } from "../../mandates/contract.ts"
import { sharedOut, sittingItemAssigned } from "../events.ts"
import { findSeenSitting } from "../seen.ts"

/** The readers of many items in one gesture: the proposal as it was adjusted. */
export const shareOut = command({
  name: "sittings.shareOut",
  input: z.object({
    sittingId: z.uuid(),
    readers: z
      .array(z.object({ itemId: z.uuid(), readerId: z.uuid().nullable() }))
      .min(1)
      .max(1000),
  }),
  find: ({ sittingId }, given) => findSeenSitting(sittingId, given),
  allow: holds("sittings.manage"),
  async run({ input: { readers }, subject: sitting, ...given }) {
    const { db } = given
    const items = await db
      .selectFrom("sitting_items")
      .select(["id", "reader_id"])
      .where("sitting_id", "=", sitting.id)
      .where("removed_at", "is", null)
      .forUpdate()
      .execute()
    const known = new Map(items.map(({ id, reader_id }) => [id, reader_id]))
    await mustSee(
      readers.map(({ readerId }) => readerId),
      given,
      { known: items.map(({ reader_id }) => reader_id) },
    )
    const changed = readers.filter(({ itemId, readerId }, index) => {
      if (!known.has(itemId)) invalid(["readers", index, "itemId"], "unknown")
      return known.get(itemId) !== readerId
    })
    for (const { itemId, readerId } of changed)
      await db.updateTable("sitting_items").set({ reader_id: readerId }).where("id", "=", itemId).execute()
    const about = { sittingId: sitting.id, bodyId: sitting.body_id }
    return [
      sharedOut({ ...about, items: changed.length }),
      ...changed.map(({ itemId, readerId }) => sittingItemAssigned({ ...about, itemId, readerId })),
    ]
  },
})
