import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import { findSeenItem, findSeenSitting } from "../seen.ts"
import { debateEnded, itemCalled } from "./events.ts"

/** This item is debated now; what was debated before is over, and so is whoever was speaking. */
export const callItem = command({
  name: "sittings.callItem",
  input: z.object({ itemId: z.uuid() }),
  find: ({ itemId }, given) => findSeenItem(itemId, given),
  allow: holds("sittings.manage"),
  async run({ input: { itemId }, subject: item, ...given }) {
    const { actor, db, now } = given
    await stillSitting(item.sitting_id, given)
    const current = await db
      .selectFrom("sitting_debates")
      .select("item_id")
      .where("sitting_id", "=", item.sitting_id)
      .where("ended_at", "is", null)
      .executeTakeFirst()
    if (current?.item_id !== itemId) {
      await endAll(item.sitting_id, given)
      await db
        .insertInto("sitting_debates")
        .values({
          organisation_id: actor.organisation,
          id: newId(),
          sitting_id: item.sitting_id,
          item_id: itemId,
          began_at: now,
          ended_at: null,
        })
        .execute()
    }
    return itemCalled({ itemId, sittingId: item.sitting_id, bodyId: item.body_id })
  },
})

/** Nothing is debated for the moment: a break, or the end. */
export const endDebate = command({
  name: "sittings.endDebate",
  input: z.object({ sittingId: z.uuid() }),
  find: ({ sittingId }, given) => findSeenSitting(sittingId, given),
  allow: holds("sittings.manage"),
  async run({ subject: sitting, input: _, ...given }) {
    await stillSitting(sitting.id, given)
    await endAll(sitting.id, given)
    return debateEnded({ sittingId: sitting.id, bodyId: sitting.body_id })
  },
})

/** Locks the sitting, so that two who act at once come one after the other, and refuses when it is over. */
export const stillSitting = async (sittingId: string, { db }: Circumstances): Promise<void> => {
  const { ended_at } = await db
    .selectFrom("sittings")
    .select("ended_at")
    .where("id", "=", sittingId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (ended_at) refuse("sittings.over")
}

export const endAll = async (sittingId: string, given: Circumstances): Promise<void> => {
  await endTurn(sittingId, given)
  await given.db
    .updateTable("sitting_debates")
    .set({ ended_at: given.now })
    .where("sitting_id", "=", sittingId)
    .where("ended_at", "is", null)
    .execute()
}

export const endTurn = (sittingId: string, { db, now }: Circumstances) =>
  db
    .updateTable("sitting_turns")
    .set({ ended_at: now })
    .where("sitting_id", "=", sittingId)
    .where("ended_at", "is", null)
    .execute()
