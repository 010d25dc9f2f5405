import { newId } from "../../../../kernel/id.ts"
import type { Circumstances } from "../../../../kernel/rule.ts"
import { writeLines } from "../lines.ts"

/** The agenda itself stays among what arrived, for whoever sees the sitting. */
export const keepAsReceived = async (
  { sittingId, fileId }: { sittingId: string; fileId: string },
  given: Circumstances,
): Promise<void> => {
  const { actor, db, now } = given
  const { name } = await db.selectFrom("files").select("name").where("id", "=", fileId).executeTakeFirstOrThrow()
  const receiptId = newId()
  await db
    .insertInto("receipts")
    .values({
      organisation_id: actor.organisation,
      id: receiptId,
      sitting_id: sittingId,
      received_by: actor.personId,
      received_at: now,
      done_at: now,
    })
    .execute()
  await writeLines(receiptId, [{ path: name, file_id: fileId, state: "read" }], given)
}
