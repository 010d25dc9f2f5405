import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { mayWriteText } from "../may-write.ts"
import { findTextToChange } from "../seen.ts"
import { textSourceRemoved } from "./events.ts"

/** Takes a source off a sheet; a paper stays with its body. */
export const removeTextSource = command({
  name: "texts.removeSource",
  input: z.object({ sourceId: z.uuid() }),
  find: async ({ sourceId }, given) => {
    const source = await given.db
      .selectFrom("text_sources")
      .select("text_id")
      .where("id", "=", sourceId)
      .executeTakeFirst()
    return source && findTextToChange(source.text_id, given)
  },
  allow: mayWriteText,
  async run({ input: { sourceId }, subject: text, db }) {
    await db.deleteFrom("text_sources").where("id", "=", sourceId).execute()
    return textSourceRemoved({ textId: text.id, bodyId: text.body_id, sourceId })
  },
})
