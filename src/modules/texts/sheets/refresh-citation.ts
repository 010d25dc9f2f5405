import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { anyOf } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import { isAuthorOfText } from "../may-write.ts"
import { citationRefreshed } from "./events.ts"
import { type Citation, citedIt, findCitationToChange } from "./find-citation.ts"
import { citable } from "./sheet.ts"

/** Says that what changed in a sheet since it was cited was read, and that it still serves. */
export const refreshCitation = command({
  name: "texts.refreshCitation",
  input: z.object({ citationId: z.uuid() }),
  find: ({ citationId }, given) => findCitationToChange(citationId, given),
  allow: anyOf<Citation>(holds("texts.manage"), isAuthorOfText, citedIt),
  async run({ input: { citationId }, subject: { body_id, citation }, ...given }) {
    const sheet_version = await citable(citation.sheet_id, given)
    await given.db.updateTable("text_citations").set({ sheet_version }).where("id", "=", citationId).execute()
    return citationRefreshed({ citationId, sheetId: citation.sheet_id, bodyId: body_id })
  },
})
