import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { confide } from "../../../kernel/confide.ts"
import { text as prose } from "../../../kernel/input.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { cosignatureAnswered } from "./events.ts"
import { findCosignatureToChange, heldByLink, stillToLeave } from "./find.ts"

/** Signs the text with us, or does not, with a word; once. */
export const answerCosignature = command({
  name: "texts.answerCosignature",
  input: z.object({ cosignatureId: z.uuid(), signs: z.boolean(), word: prose(2000).nullish() }),
  // By link alone: the text is not asked whether they see it, since the link was sent for that.
  find: async ({ cosignatureId }, given) =>
    given.actor.via === "link"
      ? findCosignatureToChange(cosignatureId, { ...given, actor: { ...given.actor, personId: null } })
      : undefined,
  allow: heldByLink,
  async run({ input: { cosignatureId, signs, word }, subject, ...given }) {
    const { cosignature } = subject
    if (cosignature.state !== "asked") refuse("texts.cosign_answered")
    stillToLeave(subject)
    await given.db
      .updateTable("text_cosignatures")
      .set({
        state: signs ? "signed" : "declined",
        answered_at: given.now,
        said: confide(given, subject.confidential).text(word || null),
      })
      .where("id", "=", cosignatureId)
      .execute()
    return cosignatureAnswered({ textId: subject.id, bodyId: subject.body_id, cosignatureId, signs })
  },
})
