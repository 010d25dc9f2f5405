import { sql } from "kysely"
import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import { sittingItemRestored } from "../events.ts"
import { isSittingSeen, type SittingItem } from "../seen.ts"

/** An item that an agenda had taken off comes back, with all that was written on it. */
export const restoreItem = command({
  name: "sittings.restoreItem",
  input: z.object({ itemId: z.uuid() }),
  find: ({ itemId }, given) => findRemoved(itemId, given),
  allow: holds("sittings.manage"),
  async run({ input: { itemId }, subject, db }) {
    await db.updateTable("sitting_items").set({ removed_at: null }).where("id", "=", itemId).execute()
    return sittingItemRestored({ itemId, sittingId: subject.sitting_id, bodyId: subject.body_id })
  },
})

const findRemoved = async (itemId: string, { actor, db, now }: Circumstances): Promise<SittingItem | undefined> => {
  const { rows } = await sql<SittingItem>`
    select i.*, s.body_id from sitting_items i join sittings s on (s.organisation_id, s.id) = (i.organisation_id, i.sitting_id)
     where i.id = ${itemId} and i.removed_at is not null and ${isSittingSeen(actor.personId!, dayOf(now))} for update of i`.execute(
    db,
  )
  return rows[0]
}
