import { sql } from "kysely"
import { record } from "../../../kernel/command.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { itemsWithin } from "../../meetings/contract.ts"
import { positionDecided } from "../events.ts"

/** Our meeting decided an item that came from a sitting: its decision is the origin of the position from now on. */
export const comeBack = async (
  { decisionId, itemId, adopted }: { decisionId: string; itemId: string | null; adopted: boolean },
  given: Circumstances,
): Promise<void> => {
  if (!itemId) return
  const { db, now } = given
  // A proposal that the meeting voted down is no position.
  const { rows } = await sql<{ id: string; sitting_id: string }>`
    update sitting_items set decision_id = ${decisionId},
           stance_decided_at = case when ${adopted} and stance is not null then ${now}::timestamptz else stance_decided_at end
     where agenda_item_id = any(${await itemsWithin(itemId, given)}::uuid[]) returning id, sitting_id`.execute(db)
  for (const { id, sitting_id } of rows) {
    const { body_id } = await db
      .selectFrom("sittings")
      .select("body_id")
      .where("id", "=", sitting_id)
      .executeTakeFirstOrThrow()
    await record([positionDecided({ itemId: id, sittingId: sitting_id, bodyId: body_id, decisionId })], given)
  }
}
