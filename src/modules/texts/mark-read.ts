import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { text as prose } from "../../kernel/input.ts"
import { refuse } from "../../kernel/refusal.ts"
import { taken } from "../../kernel/workflow.ts"
import { textRead } from "./events.ts"
import { flowOf } from "./flow.ts"
import { mayReadOver } from "./may-write.ts"
import { findTextToChange } from "./seen.ts"
import { step } from "./step.ts"

/** Says that somebody else than who wrote it has read the text, with a word for those who go on. */
export const markTextRead = command({
  name: "texts.markRead",
  input: z.object({ textId: z.uuid(), note: prose(2000).nullish() }),
  find: ({ textId }, given) => findTextToChange(textId, given),
  allow: mayReadOver,
  async run({ input: { textId, note }, subject: text, ...given }) {
    const { actor, db, now } = given
    const state = taken(flowOf(text.kind), text, "texts.markRead")
    // Four eyes: one does not see one’s own mistakes.
    if (text.written_by === actor.personId) refuse("texts.own_reading")
    await db
      .updateTable("text_readers")
      .set({ read_at: now })
      .where("text_id", "=", textId)
      .where("person_id", "=", actor.personId)
      .execute()
    await step(text, state, given, { note })
    return textRead({ textId, bodyId: text.body_id })
  },
})
