import { type RawBuilder, sql } from "kysely"
import { keepConfided } from "../../../kernel/confide.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { ownFiles } from "../../documents/contract.ts"

/** SQL on `t`, a row of files: it is joined to this letter. */
export const isJoinedTo = (textId: string): RawBuilder<boolean> =>
  sql<boolean>`t.id in (select k.file_id from letter_papers k where k.text_id = ${textId})`

/** Joins files to a letter, in this order, in place of those that were. A file is one's own, or was joined already. */
export const joinPapers = async (
  { id, body_id }: { id: string; body_id: string },
  fileIds: readonly string[],
  given: Circumstances,
): Promise<void> => {
  const { actor, db } = given
  const known = await db.selectFrom("letter_papers").select("file_id").where("text_id", "=", id).execute()
  if (known.length === 0 && fileIds.length === 0) return
  const kept = known.map(({ file_id }) => file_id)
  const fresh = fileIds.filter((one) => !kept.includes(one))
  await ownFiles(fresh, body_id, given)
  await db.deleteFrom("letter_papers").where("text_id", "=", id).execute()
  if (fileIds.length > 0)
    await db
      .insertInto("letter_papers")
      .values(fileIds.map((file_id, place) => ({ organisation_id: actor.organisation, text_id: id, file_id, place })))
      .execute()
  await keepConfided("files", given, isJoinedTo(id))
}
