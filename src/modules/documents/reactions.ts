import { sql } from "kysely"
import { buffer } from "node:stream/consumers"
import { extractText } from "../../kernel/file/extract/extract.ts"
import { record } from "../../kernel/command.ts"
import { confide, isConfided } from "../../kernel/confide.ts"
import { after } from "../../kernel/reaction.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { fileKept, fileRead } from "./events.ts"
import { sealBytes } from "./seal-bytes.ts"

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
    .set({ text: confide(given, await isConfided("files", fileId, given)).text(text), pages: pages ?? null })
    .where("id", "=", fileId)
    .execute()
  await sealBytes(given, sql<boolean>`t.id = ${fileId}`)
  await record([fileRead({ fileId, bodyId: file.body_id })], given)
}
