import { sql } from "kysely"
import { newId } from "../../../kernel/id.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { LineState } from "../kinds.ts"

export type NewLine = { path: string; file_id?: string | null; state?: LineState; reason?: string | null }

/** Writes lines of a receipt after those that are there; answers their ids in the same order. */
export const writeLines = async (
  receiptId: string,
  lines: readonly NewLine[],
  { actor, db }: Circumstances,
): Promise<string[]> => {
  if (lines.length === 0) return []
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(place), 0)::int as last from receipt_lines where receipt_id = ${receiptId}`.execute(db)
  const written = lines.map(({ path, file_id = null, state = "waiting", reason = null }, index) => ({
    organisation_id: actor.organisation,
    id: newId(),
    receipt_id: receiptId,
    place: rows[0]!.last + index + 1,
    path,
    state,
    reason,
    file_id,
    item_id: null,
  }))
  await db.insertInto("receipt_lines").values(written).execute()
  return written.map(({ id }) => id)
}
