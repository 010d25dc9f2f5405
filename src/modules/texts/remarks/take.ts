import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { keepVersion } from "../keep-version.ts"
import { mayWriteText } from "../may-write.ts"
import { stillOpen, writeWords } from "../save.ts"
import { suggestionTaken } from "./events.ts"
import { findRemarkToChange, stillUnanswered } from "./find-remark.ts"
import { replaced } from "./passage.ts"

/** Puts what was proposed in place of the passage. Refuses when the passage reads otherwise by now. */
export const takeSuggestion = command({
  name: "texts.takeSuggestion",
  input: z.object({ remarkId: z.uuid() }),
  find: ({ remarkId }, given) => findRemarkToChange(remarkId, given),
  allow: mayWriteText,
  async run({ input: { remarkId }, subject: { remark, ...text }, ...given }) {
    const { actor, db, now } = given
    stillOpen(text)
    const { proposed } = stillUnanswered(remark)
    if (proposed === null) refuse("texts.not_a_suggestion")
    const doc = replaced(text.doc, remark, proposed!) ?? refuse("texts.passage_gone")
    await keepVersion(text, "suggestion", given)
    await writeWords(text, doc, given)
    await db
      .updateTable("text_remarks")
      .set({ state: "taken", settled_by: actor.personId, settled_at: now })
      .where("id", "=", remarkId)
      .execute()
    return suggestionTaken({ remarkId, textId: text.id, bodyId: text.body_id })
  },
})
