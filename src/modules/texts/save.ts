import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { confide } from "../../kernel/confide.ts"
import { together } from "../../kernel/rich-text/together.ts"
import { isEmpty, type RichText, richText } from "../../kernel/rich-text/schema.ts"
import { refuse } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { counted } from "../../kernel/rich-text/count.ts"
import { textSaved } from "./events.ts"
import { openStates } from "./flow.ts"
import { kindOf } from "./kinds.ts"
import { mayWriteText } from "./may-write.ts"
import { numberArticles } from "./parts.ts"
import { findTextToChange, type Text } from "./seen.ts"

/**
 * Saves the words of a text. `base` is what the writer began from: what somebody else wrote meanwhile is kept, word by word. Its
 * articles number themselves.
 */
export const saveText = command({
  name: "texts.save",
  input: z.object({ textId: z.uuid(), doc: richText.nullable(), base: richText.nullable() }),
  find: ({ textId }, given) => findTextToChange(textId, given),
  allow: mayWriteText,
  async run({ input, subject: text, ...given }) {
    stillOpen(text)
    const { doc, merged } = together(text.doc, input.base, input.doc)
    const version = await writeWords(text, doc, given)
    return textSaved({ textId: text.id, bodyId: text.body_id, version, merged })
  },
})

/** Refuses words for a text that somebody answered for. */
export const stillOpen = (text: Text): Text => {
  if (!openStates.includes(text.state)) refuse("texts.closed")
  return text
}

/** Writes the words of a locked text, its articles numbered, its length counted; answers its version. */
export const writeWords = async (text: Text, doc: RichText, given: Circumstances): Promise<number> => {
  const { actor, db, now } = given
  const kept = isEmpty(doc) ? null : kindOf(text.kind).articles ? numberArticles(doc) : doc
  const version = text.version + 1
  await db
    .updateTable("texts")
    .set({
      doc: confide(given, text.confidential).doc(kept),
      ...counted(kept),
      version,
      changed_by: actor.personId,
      changed_at: now,
    })
    .where("id", "=", text.id)
    .execute()
  return version
}
