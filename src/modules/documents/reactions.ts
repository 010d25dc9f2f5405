import { buffer } from "node:stream/consumers"
import { extractText } from "../../kernel/file/extract/extract.ts"
import { record } from "../../kernel/command.ts"
import { after } from "../../kernel/reaction.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { fileKept, fileRead } from "./events.ts"

export const reactions = [
  after(fileKept, "read the text of the file, for search", ({ fileId }, given) => readText(fileId, given)),
]

const readText = async (fileId: string, given: Circumstances) => {
  const { db, files } = given
  const file = await db.selectFrom("files").selectAll().where("id", "=", fileId).executeTakeFirst()
  if (!file || file.text !== null) return
  const bytes = await buffer(await files.get(file.organisation_id, file.hash))
  const { text, pages } = await extractText(bytes, file.type)
  await db
    .updateTable("files")
    .set({ text, pages: pages ?? null })
    .where("id", "=", fileId)
    .execute()
  await record([fileRead({ fileId, bodyId: file.body_id })], given)
}
