import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Door } from "../../../kernel/file/door.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { ownFiles } from "../../documents/contract.ts"
import { isIncomingSeen } from "./seen.ts"

/** SQL on `t`, a row of files: it is a page of this letter. */
export const isPaperOf = (incomingId: string) =>
  sql<boolean>`t.id in (select k.file_id from incoming_papers k where k.incoming_id = ${incomingId})`

/** Hangs files on a letter that came, in this order, in place of those that were. A file is one's own, or hung there already. */
export const keepPapers = async (
  { id, body_id }: { id: string; body_id: string },
  fileIds: readonly string[],
  { actor, db }: Circumstances,
): Promise<void> => {
  const known = await db.selectFrom("incoming_papers").select("file_id").where("incoming_id", "=", id).execute()
  const fresh = fileIds.filter((one) => !known.some(({ file_id }) => file_id === one))
  await ownFiles(fresh, body_id, { actor, db })
  await db.deleteFrom("incoming_papers").where("incoming_id", "=", id).execute()
  if (fileIds.length > 0)
    await db
      .insertInto("incoming_papers")
      .values(
        fileIds.map((file_id, place) => ({ organisation_id: actor.organisation, incoming_id: id, file_id, place })),
      )
      .execute()
}

/** The pages of a letter that came are for whoever sees it. */
export const incomingPaperDoor: Door = async (fileId, { actor, db, now }) => {
  if (!actor.personId) return undefined
  const { rows } = await sql<{ seen: boolean }>`
    select ${isIncomingSeen(actor.personId, dayOf(now))} as seen
      from incoming_papers k join incoming_letters n on (n.organisation_id, n.id) = (k.organisation_id, k.incoming_id)
     where k.file_id = ${fileId}`.execute(db)
  return rows.length === 0 ? undefined : rows.some(({ seen }) => seen)
}
