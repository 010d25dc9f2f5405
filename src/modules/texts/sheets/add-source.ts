import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { confide } from "../../../kernel/confide.ts"
import { newId } from "../../../kernel/id.ts"
import { line } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { decisionNamed } from "../../decisions/contract.ts"
import { mayOpen } from "../../documents/contract.ts"
import { kindOf } from "../kinds.ts"
import { mayWriteText } from "../may-write.ts"
import { findTextToChange, type Text } from "../seen.ts"
import { textSourceAdded } from "./events.ts"

/** Says where what a sheet says comes from, at any time: a source that is found later is added later. */
export const addTextSource = command({
  name: "texts.addSource",
  input: z.object({
    textId: z.uuid(),
    label: line(300).nullish(),
    url: z
      .string()
      .trim()
      .max(2000)
      .regex(/^https?:\/\/[^\s]+$/i)
      .nullish(),
    fileId: z.uuid().nullish(),
    decisionId: z.uuid().nullish(),
  }),
  find: ({ textId }, given) => findTextToChange(textId, given),
  allow: mayWriteText,
  async run({ input: { textId, label, url, fileId, decisionId }, subject: text, ...given }) {
    const { actor, db, now } = given
    if (!kindOf(text.kind).fields.includes("source")) refuse("texts.no_sources_here")
    if ([url, fileId, decisionId].filter(Boolean).length !== 1) invalid(["url"], "required")
    if (fileId) await mustHang(fileId, text, given)
    if (decisionId) await decisionNamed(decisionId, given)
    const sourceId = newId()
    const words = confide(given, text.confidential)
    await db
      .insertInto("text_sources")
      .values({
        organisation_id: actor.organisation,
        id: sourceId,
        text_id: textId,
        label: words.text(label || null),
        url: words.text(url || null),
        file_id: fileId ?? null,
        decision_id: decisionId ?? null,
        added_by: actor.personId,
        added_at: now,
      })
      .execute()
    return textSourceAdded({ textId, bodyId: text.body_id, sourceId })
  },
})

// The bytes of a paper would have to be sealed with the sheet, and opened with it again: a confidential sheet names its papers in words.
const mustHang = async (fileId: string, text: Text, given: Circumstances): Promise<void> => {
  if (text.confidential) refuse("texts.source_not_sealed")
  const file = await given.db.selectFrom("files").selectAll().where("id", "=", fileId).executeTakeFirst()
  if (!file || file.body_id !== text.body_id || !(await mayOpen(file, given))) invalid(["fileId"], "unknown_file")
}
