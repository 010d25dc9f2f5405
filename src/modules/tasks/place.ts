import { sql } from "kysely"
import type { Db } from "../../kernel/db.ts"
import { invalid } from "../../kernel/refusal.ts"

/** Where a task comes from; each of the same body. */
export type Place = {
  meetingId?: string | null | undefined
  itemId?: string | null | undefined
  decisionId?: string | null | undefined
  matterId?: string | null | undefined
}

/**
 * Whether a task of this place is confidential: what comes from a confidential item, decision, meeting or matter stays so.
 * Refuses a place that is not of this body, naming the field.
 */
export const confidentialityOf = async (place: Place, bodyId: string, db: Db): Promise<boolean> => {
  const { rows } = await sql<{ field: string; confidential: boolean }>`
    select 'meetingId' as field, confidential from meetings where id = ${place.meetingId ?? null} and body_id = ${bodyId}
    union all
    select 'itemId', i.confidential or m.confidential from agenda_items i join meetings m on m.id = i.meeting_id
     where i.id = ${place.itemId ?? null} and m.body_id = ${bodyId}
    union all
    select 'decisionId', confidential from decisions where id = ${place.decisionId ?? null} and body_id = ${bodyId}
    union all
    select 'matterId', confidential from matters where id = ${place.matterId ?? null} and body_id = ${bodyId}`.execute(
    db,
  )
  for (const field of ["meetingId", "itemId", "decisionId", "matterId"] as const)
    if (place[field] && !rows.some((row) => row.field === field)) invalid([field], "not_of_this_body")
  return rows.some(({ confidential }) => confidential)
}
