import type { Circumstances } from "../../../kernel/rule.ts"
import { insertItem } from "../items/add.ts"
import { readPaper } from "./read-paper.ts"
import { reportOfPath } from "./report-of.ts"

/** Gives a file its item: the one of its number in this sitting, or a new one at the end, named after the file. */
export const placePaper = async (
  { id, path, file_id }: { id: string; path: string; file_id: string | null },
  { sittingId }: { sittingId: string },
  given: Circumstances,
): Promise<void> => {
  const { db } = given
  const { number, title, commission } = reportOfPath(path)
  const known = number
    ? await db
        .selectFrom("sitting_items")
        .select("id")
        .where("sitting_id", "=", sittingId)
        .where("number", "=", number)
        .where("removed_at", "is", null)
        .orderBy("place")
        .executeTakeFirst()
    : undefined
  const itemId = known?.id ?? (await insertItem(sittingId, { number, title, commission }, given))
  await db.updateTable("receipt_lines").set({ item_id: itemId }).where("id", "=", id).execute()
  // A file sent alone may have been read before it was received here.
  if (file_id) await readPaper(file_id, given)
}
