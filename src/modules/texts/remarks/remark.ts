import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { confide } from "../../../kernel/confide.ts"
import { newId } from "../../../kernel/id.ts"
import { text as prose } from "../../../kernel/input.ts"
import { invalid } from "../../../kernel/refusal.ts"
import { anyOf } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import { isAuthorOfText, isReaderOfText } from "../may-write.ts"
import { stillOpen } from "../save.ts"
import { findTextToChange, type Text } from "../seen.ts"
import { textRemarked } from "./events.ts"
import { holdsPassage } from "./passage.ts"

/** Says something of a passage, or what to put in its place: whoever was asked to read, and those who write texts there. */
export const remarkOnText = command({
  name: "texts.remark",
  input: z.object({
    textId: z.uuid(),
    passage: z.string().min(1).max(4000),
    near: z.int().min(0).max(100_000).default(0),
    said: prose(4000).nullish(),
    proposed: z.string().max(4000).nullish(),
  }),
  find: ({ textId }, given) => findTextToChange(textId, given),
  allow: anyOf<Text>(holds("texts.write"), holds("texts.manage"), isAuthorOfText, isReaderOfText),
  async run({ input: { textId, passage, near, said, proposed }, subject: text, ...given }) {
    const { actor, db, now } = given
    stillOpen(text)
    if (!holdsPassage(text.doc, { passage, near })) invalid(["passage"], "not_in_text")
    const isSuggestion = proposed !== null && proposed !== undefined && proposed !== passage
    if (!isSuggestion && !said) invalid(["said"], "required")
    const remarkId = newId()
    const words = confide(given, text.confidential)
    await db
      .insertInto("text_remarks")
      .values({
        organisation_id: actor.organisation,
        id: remarkId,
        text_id: textId,
        passage: words.text(passage),
        near,
        said: words.text(said || null),
        proposed: isSuggestion ? words.text(proposed) : null,
        made_by: actor.personId,
        made_at: now,
      })
      .execute()
    return textRemarked({ remarkId, textId, bodyId: text.body_id, suggests: isSuggestion })
  },
})
