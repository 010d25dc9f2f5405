import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { anyOf } from "../../kernel/rule.ts"
import { taken } from "../../kernel/workflow.ts"
import { holds } from "../mandates/contract.ts"
import { textSigned } from "./events.ts"
import { flowOf } from "./flow.ts"
import { isAuthorOfText } from "./may-write.ts"
import { findTextToChange, type Text } from "./seen.ts"
import { step } from "./step.ts"

/** Signs a validated text: its author, or whoever answers for the texts of the body. The name stands under it from then on. */
export const signText = command({
  name: "texts.sign",
  input: z.object({ textId: z.uuid() }),
  find: ({ textId }, given) => findTextToChange(textId, given),
  allow: anyOf<Text>(holds("texts.validate"), isAuthorOfText),
  async run({ input: { textId }, subject: text, ...given }) {
    const { actor, db, now } = given
    const state = taken(flowOf(text.kind), text, "texts.sign")
    await db.updateTable("texts").set({ signed_by: actor.personId, signed_at: now }).where("id", "=", textId).execute()
    await step(text, state, given)
    return textSigned({ textId, bodyId: text.body_id })
  },
})
