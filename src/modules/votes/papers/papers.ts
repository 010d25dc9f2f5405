import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Door } from "../../../kernel/file/door.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { ownFiles } from "../../documents/contract.ts"
import { isBallotSeen } from "../seen.ts"

/** Hangs files on a vote, in this order, in place of those that were. A file is one's own, or hung there already. */
export const hangPapers = async (
  { id, body_id }: { id: string; body_id: string },
  fileIds: readonly string[],
  { actor, db }: Circumstances,
): Promise<void> => {
  const known = await db.selectFrom("ballot_papers").select("file_id").where("ballot_id", "=", id).execute()
  await ownFiles(
    fileIds.filter((one) => !known.some(({ file_id }) => file_id === one)),
    body_id,
    { actor, db },
  )
  await db.deleteFrom("ballot_papers").where("ballot_id", "=", id).execute()
  if (fileIds.length > 0)
    await db
      .insertInto("ballot_papers")
      .values(fileIds.map((file_id, place) => ({ organisation_id: actor.organisation, ballot_id: id, file_id, place })))
      .execute()
}

/** What is put to the vote, in order. */
export const papersOfBallot = async (ballotId: string, { db }: Pick<Circumstances, "db">) => {
  const { rows } = await sql<{ fileId: string; name: string; bytes: number; type: string }>`
    select f.id as "fileId", f.name, f.bytes::float8 as bytes, f.type
      from ballot_papers k join files f on (f.organisation_id, f.id) = (k.organisation_id, k.file_id)
     where k.ballot_id = ${ballotId} order by k.place`.execute(db)
  return rows
}

/** The papers of a vote are for whoever sees the vote. */
export const ballotPaperDoor: Door = async (fileId, { actor, db, now }) => {
  if (!actor.personId) return undefined
  const { rows } = await sql<{ seen: boolean }>`
    select ${isBallotSeen(actor.personId, dayOf(now))} as seen
      from ballot_papers k join ballots b on (b.organisation_id, b.id) = (k.organisation_id, k.ballot_id)
     where k.file_id = ${fileId}`.execute(db)
  return rows.length === 0 ? undefined : rows.some(({ seen }) => seen)
}
