import { sql } from "kysely"
import { keepConfided } from "../../kernel/confide.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { ownFiles, sealBytes } from "../documents/contract.ts"
import type { Text } from "./seen.ts"

/** Keeps with a text what was given for it, the proof of its lodging or its answer: a file of one's own, sealed with a confidential text. */
export const keepPaper = async (
  as: "proof_id" | "answer_file_id",
  fileId: string,
  { id, body_id }: Pick<Text, "id" | "body_id">,
  given: Circumstances,
): Promise<void> => {
  await ownFiles([fileId], body_id, given)
  await given.db
    .updateTable("texts")
    .set({ [as]: fileId })
    .where("id", "=", id)
    .execute()
  await keepConfided("files", given, sql<boolean>`t.id = ${fileId}`)
  await sealBytes(given, sql<boolean>`t.id = ${fileId}`)
}
