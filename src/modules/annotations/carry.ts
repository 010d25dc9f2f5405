import { buffer } from "node:stream/consumers"
import { sql } from "kysely"
import { record } from "../../kernel/command.ts"
import { json } from "../../kernel/db.ts"
import { placesOf } from "../../kernel/file/page/page-of.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { earlierPaperOf } from "../sittings/contract.ts"
import { annotationsCarried } from "./events.ts"

/**
 * A paper came again: each note on its last version goes to the same passage of this one. One whose passage is gone stays where
 * it was written and is shown beside, to be read again; a later version that has the passage anew takes it up.
 */
export const carryNotes = async (
  { fileId, itemId }: { fileId: string; itemId: string },
  given: Circumstances,
): Promise<void> => {
  const { db, now, files } = given
  const earlier = await earlierPaperOf({ fileId, itemId }, given)
  if (!earlier) return
  const { rows: notes } = await sql<{ id: string; quote: string; page: number }>`
    select a.id, a.quote, a.page from annotations a where a.file_id = ${earlier} or a.gone_from = ${earlier}
     order by a.id for update`.execute(db)
  const paper = await db.selectFrom("files").selectAll().where("id", "=", fileId).executeTakeFirst()
  if (notes.length === 0 || paper?.type !== "application/pdf") return
  const places = await placesOf(await buffer(await files.get(paper.organisation_id, paper.hash)), notes)
  // It cannot be read: nothing is said to be gone from it.
  if ("reason" in places) return
  let carried = 0
  for (const { id } of notes) {
    const place = places.get(id)
    if (place) carried++
    await db
      .updateTable("annotations")
      .set(
        place
          ? { file_id: fileId, page: place.page, rects: json(place.rects), carried_at: now, gone_from: null }
          : { gone_from: fileId },
      )
      .where("id", "=", id)
      .execute()
  }
  await record([annotationsCarried({ fileId, carried, gone: notes.length - carried })], given)
}
