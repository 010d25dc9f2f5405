import { sql } from "kysely"
import type { Circumstances } from "../../../kernel/rule.ts"
import { versionOf } from "./version-of.ts"

/** The paper of an item that this one of its papers is a newer version of. */
export const earlierPaperOf = async (
  { fileId, itemId }: { fileId: string; itemId: string },
  { db }: Pick<Circumstances, "db">,
): Promise<string | null> => {
  const { rows } = await sql<{ file_id: string; name: string; received_at: Temporal.Instant; state: string }>`
    select l.file_id, f.name, r.received_at, l.state from receipt_lines l
      join files f on (f.organisation_id, f.id) = (l.organisation_id, l.file_id)
      join receipts r on (r.organisation_id, r.id) = (l.organisation_id, l.receipt_id)
     where l.item_id = ${itemId}`.execute(db)
  const paper = rows.find(({ file_id }) => file_id === fileId)
  return paper ? versionOf(paper, rows) : null
}

/** The item a paper came for, to lead back to. What it says is for whoever may open the paper. */
export const itemOfPaper = async (
  fileId: string,
  { db }: Pick<Circumstances, "db">,
): Promise<{ id: string; sitting_id: string; title: string; sitting_title: string } | undefined> => {
  const { rows } = await sql<{ id: string; sitting_id: string; title: string; sitting_title: string }>`
    select i.id, i.sitting_id, i.title, s.title as sitting_title from receipt_lines l
      join sitting_items i on (i.organisation_id, i.id) = (l.organisation_id, l.item_id) and i.removed_at is null
      join sittings s on (s.organisation_id, s.id) = (i.organisation_id, i.sitting_id)
     where l.file_id = ${fileId} order by l.id limit 1`.execute(db)
  return rows[0]
}
