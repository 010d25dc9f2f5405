import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { refuse } from "../../kernel/refusal.ts"
import { empty } from "../../kernel/rich-text/schema.ts"
import { textVersionRestored } from "./events.ts"
import { keepVersion } from "./keep-version.ts"
import { mayWriteText } from "./may-write.ts"
import { stillOpen, writeWords } from "./save.ts"
import { findTextToChange } from "./seen.ts"

/** Brings back the words of a version. Those that stood there are kept as a version first: nothing is lost by coming back. */
export const restoreTextVersion = command({
  name: "texts.restoreVersion",
  input: z.object({ textId: z.uuid(), number: z.int().min(1).max(100_000) }),
  find: ({ textId }, given) => findTextToChange(textId, given),
  allow: mayWriteText,
  async run({ input: { textId, number }, subject: text, ...given }) {
    stillOpen(text)
    const version = await given.db
      .selectFrom("text_versions")
      .select("doc")
      .where("text_id", "=", textId)
      .where("number", "=", number)
      .executeTakeFirst()
    const { doc } = version ?? refuse("not_found", {}, 404)
    await keepVersion(text, "restored", given)
    await writeWords(text, doc ?? empty(), given)
    return textVersionRestored({ textId, bodyId: text.body_id, number })
  },
})
