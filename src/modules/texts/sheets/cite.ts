import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import { findSeenItem } from "../../sittings/contract.ts"
import { mayWriteText } from "../may-write.ts"
import { findTextToChange } from "../seen.ts"
import { sheetCited } from "./events.ts"
import { citable } from "./sheet.ts"

/** Says that a text leans on an argument sheet, as the sheet stands today. */
export const citeSheet = command({
  name: "texts.cite",
  input: z.object({ textId: z.uuid(), sheetId: z.uuid() }),
  find: ({ textId }, given) => findTextToChange(textId, given),
  allow: mayWriteText,
  async run({ input: { textId, sheetId }, subject: text, ...given }) {
    if (textId === sheetId) refuse("texts.cites_itself")
    const citationId = await cited({ sheetId, text_id: textId, sitting_item_id: null }, given)
    return sheetCited({ citationId, sheetId, bodyId: text.body_id })
  },
})

/** The same for an item of a sitting: what is answered there, whoever speaks. */
export const citeSheetForItem = command({
  name: "texts.citeForItem",
  input: z.object({ sittingItemId: z.uuid(), sheetId: z.uuid() }),
  find: ({ sittingItemId }, given) => findSeenItem(sittingItemId, given),
  allow: holds("texts.write"),
  async run({ input: { sittingItemId, sheetId }, subject: item, ...given }) {
    const citationId = await cited({ sheetId, text_id: null, sitting_item_id: sittingItemId }, given)
    return sheetCited({ citationId, sheetId, bodyId: item.body_id })
  },
})

const cited = async (
  { sheetId, ...on }: { sheetId: string; text_id: string | null; sitting_item_id: string | null },
  given: Circumstances,
): Promise<string> => {
  const { actor, db, now } = given
  const sheet_version = await citable(sheetId, given)
  const id = newId()
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("text_citations")
    .values({
      organisation_id: actor.organisation,
      id,
      sheet_id: sheetId,
      sheet_version,
      ...on,
      cited_by: actor.personId,
      cited_at: now,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows ? id : refuse("texts.cited_already")
}
