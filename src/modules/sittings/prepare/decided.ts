import { sql } from "kysely"
import { record } from "../../../kernel/command.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { decisionWords } from "../../decisions/contract.ts"
import { isItemConfidential, itemsWithin } from "../../meetings/contract.ts"
import { positionDecided, stanceTaken } from "../events.ts"
import type { Stance } from "../kinds.ts"
import { stanceSaidIn } from "./stance-said.ts"

type Decided = { decisionId: string; itemId: string | null; adopted: boolean }

/** Our meeting decided an item that came from a sitting: its decision is the origin of the position from now on. */
export const comeBack = async ({ decisionId, itemId, adopted }: Decided, given: Circumstances): Promise<void> => {
  if (!itemId) return
  const { rows } = await sql<{ id: string }>`
    select id from sitting_items where agenda_item_id = any(${await itemsWithin(itemId, given)}::uuid[])`.execute(
    given.db,
  )
  for (const { id } of rows) await decideItem(id, { decisionId, adopted }, given)
}

/** What stood in the decision was put right, or its figures: the position follows, as long as it rests on it. */
export const comeBackCorrected = async (
  { decisionId, adopted, wasAdopted }: { decisionId: string; adopted: boolean; wasAdopted: boolean },
  given: Circumstances,
): Promise<void> => {
  const rows = await given.db.selectFrom("sitting_items").select("id").where("decision_id", "=", decisionId).execute()
  for (const { id } of rows) await decideItem(id, { decisionId, adopted, wasAdopted }, given)
}

const decideItem = async (
  itemId: string,
  { decisionId, adopted, wasAdopted = false }: { decisionId: string; adopted: boolean; wasAdopted?: boolean },
  given: Circumstances,
): Promise<void> => {
  const { db, now } = given
  const { rows } = await sql<{
    sitting_id: string
    body_id: string
    stance: Stance | null
    stance_decided_at: Temporal.Instant | null
    agenda_item_id: string | null
  }>`
    select i.sitting_id, s.body_id, i.stance, i.stance_decided_at, i.agenda_item_id from sitting_items i
      join sittings s on (s.organisation_id, s.id) = (i.organisation_id, i.sitting_id)
     where i.id = ${itemId} for update of i`.execute(db)
  const item = rows[0]!
  // A vote that the words say is the one that was decided, whatever had been proposed. A group meets in camera as a rule: what was
  // said there stays there, the vote it gives ours is for all of ours. An item that was closed by itself says nothing outside.
  const isClosed = item.agenda_item_id !== null && (await isItemConfidential(item.agenda_item_id, given))
  const said = adopted && !isClosed ? stanceSaidIn((await decisionWords(decisionId, db)) ?? "") : null
  const stance = said ?? item.stance
  const isOther = stance !== item.stance
  await db
    .updateTable("sitting_items")
    .set({
      decision_id: decisionId,
      // A proposal that the meeting voted down is no position; what it had decided before is none any more once that is put right.
      stance_decided_at: adopted ? stance && now : wasAdopted ? null : item.stance_decided_at,
      // The condition and the reasons were those of the other vote.
      ...(isOther && { stance, stance_by: null, stance_said_at: now, stance_condition: null, stance_note: null }),
    })
    .where("id", "=", itemId)
    .execute()
  const facts = { itemId, sittingId: item.sitting_id, bodyId: item.body_id }
  await record(
    [positionDecided({ ...facts, decisionId }), ...(isOther ? [stanceTaken({ ...facts, stance })] : [])],
    given,
  )
}
