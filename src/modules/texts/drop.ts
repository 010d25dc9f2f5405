import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { text as prose } from "../../kernel/input.ts"
import { taken } from "../../kernel/workflow.ts"
import { textDropped } from "./events.ts"
import { flowOf } from "./flow.ts"
import { mayWriteText } from "./may-write.ts"
import { findTextToChange } from "./seen.ts"
import { step } from "./step.ts"

/** Gives up a text that has not left. It stays to be read; a number it had is not given again. */
export const dropText = command({
  name: "texts.drop",
  input: z.object({ textId: z.uuid(), note: prose(2000).nullish() }),
  find: ({ textId }, given) => findTextToChange(textId, given),
  allow: mayWriteText,
  async run({ input: { textId, note }, subject: text, ...given }) {
    await step(text, taken(flowOf(text.kind), text, "texts.drop"), given, { note })
    return textDropped({ textId, bodyId: text.body_id })
  },
})
