import { type Selectable, sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { bodiesOf, type Who } from "../mandates/contract.ts"
import type { SittingItemRow, SittingRow } from "./tables.ts"

/** SQL, of a sitting `s`: whoever belongs to the body that prepares it. */
export const isSittingSeen = (personId: Who, on: Temporal.PlainDate) =>
  sql<boolean>`s.body_id in (${bodiesOf(personId, on)})`

export type Sitting = Selectable<SittingRow>
export type SittingItem = Selectable<SittingItemRow> & { body_id: string }

/** A sitting the actor may see, or undefined. */
export const findSeenSitting = async (
  sittingId: string,
  { actor, db, now }: Circumstances,
): Promise<Sitting | undefined> => {
  const { rows } = await sql<Sitting>`
    select s.* from sittings s where s.id = ${sittingId} and ${isSittingSeen(actor.personId!, dayOf(now))}`.execute(db)
  return rows[0]
}

/** An item of a sitting the actor may see, locked; its body is the sitting's. */
export const findSeenItem = async (
  itemId: string,
  { actor, db, now }: Circumstances,
): Promise<SittingItem | undefined> => {
  const { rows } = await sql<SittingItem>`
    select i.*, s.body_id from sitting_items i join sittings s on (s.organisation_id, s.id) = (i.organisation_id, i.sitting_id)
     where i.id = ${itemId} and i.removed_at is null and ${isSittingSeen(actor.personId!, dayOf(now))}
       for update of i`.execute(db)
  return rows[0]
}
