import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { isSittingSeen } from "../../sittings/contract.ts"
import { isTextSeen } from "../seen.ts"

export type Use = {
  id: string
  at: string
  title: string
  /** The kind of a text; null for an item of a sitting. */
  kind: string | null
  note: string | null
  cited_at: Temporal.Instant
  cited_version: number
}

const MOST = 200

/** Where a sheet serves, the last one first: texts and items of sittings, those that whoever asks sees. */
export const usedIn = async (sheetId: string, { actor, db, now }: Circumstances): Promise<Use[]> => {
  const [me, today] = [actor.personId!, dayOf(now)]
  const { rows } = await sql<Use>`
    select c.id, '/textes/' || w.id as at, w.title, w.kind, w.reference as note, c.cited_at, c.sheet_version as cited_version
      from text_citations c join texts w on (w.organisation_id, w.id) = (c.organisation_id, c.text_id)
     where c.sheet_id = ${sheetId} and ${isTextSeen(me, today)}
    union all
    select c.id, '/seances/' || s.id || '/points/' || i.id, i.title, null, s.title, c.cited_at, c.sheet_version
      from text_citations c
      join sitting_items i on (i.organisation_id, i.id) = (c.organisation_id, c.sitting_item_id) and i.removed_at is null
      join sittings s on (s.organisation_id, s.id) = (i.organisation_id, i.sitting_id)
     where c.sheet_id = ${sheetId} and ${isSittingSeen(me, today)}
     order by cited_at desc, id limit ${MOST}`.execute(db)
  return rows
}
