import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { anyOf } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import { isAuthorOfText } from "../may-write.ts"
import { citationRemoved } from "./events.ts"
import { type Citation, citedIt, findCitationToChange } from "./find-citation.ts"

/** Takes a sheet off what leaned on it. */
export const unciteSheet = command({
  name: "texts.uncite",
  input: z.object({ citationId: z.uuid() }),
  find: ({ citationId }, given) => findCitationToChange(citationId, given),
  allow: anyOf<Citation>(holds("texts.manage"), isAuthorOfText, citedIt),
  async run({ input: { citationId }, subject: { body_id, citation }, db }) {
    await db.deleteFrom("text_citations").where("id", "=", citationId).execute()
    return citationRemoved({ citationId, sheetId: citation.sheet_id, bodyId: body_id })
  },
})
