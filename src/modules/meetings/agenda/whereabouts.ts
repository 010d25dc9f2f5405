import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { isSeen } from "../seen.ts"

export type Whereabouts = { meeting_id: string; title: string; starts: Temporal.PlainDateTime }

/** The meeting an item still stands on the agenda of, or was merged into one of; undefined when it was taken off, or is not seen. */
export const whereaboutsOf = async (
  itemId: string,
  { actor, db, now }: Circumstances,
): Promise<Whereabouts | undefined> => {
  const { rows } = await sql<Whereabouts>`
    select m.id as meeting_id, m.title, m.starts from agenda_items i
      join agenda_items k on (k.organisation_id, k.id) = (i.organisation_id, coalesce(i.merged_into, i.id))
      join meetings m on (m.organisation_id, m.id) = (k.organisation_id, k.meeting_id)
     where i.id = ${itemId} and k.state = 'accepted' and m.state <> 'cancelled'
       and ${isSeen(actor.personId!, dayOf(now))}`.execute(db)
  return rows[0]
}

/** Items that were merged into this one, with it: what was decided of it was decided of them. */
export const itemsWithin = async (itemId: string, { db }: Pick<Circumstances, "db">): Promise<string[]> => {
  const merged = await db.selectFrom("agenda_items").select("id").where("merged_into", "=", itemId).execute()
  return [itemId, ...merged.map(({ id }) => id)]
}

/** Whether an item was made confidential by itself, or the one it was merged into: more than that its meeting is held in camera. */
export const isItemConfidential = async (itemId: string, { db }: Pick<Circumstances, "db">): Promise<boolean> => {
  const { rows } = await sql<{ confidential: boolean }>`
    select i.confidential or coalesce(k.confidential, false) as confidential from agenda_items i
      left join agenda_items k on (k.organisation_id, k.id) = (i.organisation_id, i.merged_into)
     where i.id = ${itemId}`.execute(db)
  return rows[0]?.confidential ?? true
}
