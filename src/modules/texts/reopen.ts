import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { text as prose } from "../../kernel/input.ts"
import { taken } from "../../kernel/workflow.ts"
import { holds } from "../mandates/contract.ts"
import { lapse } from "./cosign/find.ts"
import { textReopened } from "./events.ts"
import { flowOf } from "./flow.ts"
import { findTextToChange } from "./seen.ts"
import { step } from "./step.ts"

/** Opens a validated text again, as long as it has not left: it keeps its number, and is validated and signed anew. */
export const reopenText = command({
  name: "texts.reopen",
  input: z.object({ textId: z.uuid(), note: prose(2000).nullish() }),
  find: ({ textId }, given) => findTextToChange(textId, given),
  allow: holds("texts.validate"),
  async run({ input: { textId, note }, subject: text, ...given }) {
    const state = taken(flowOf(text.kind), text, "texts.reopen")
    await given.db.updateTable("texts").set({ signed_by: null, signed_at: null }).where("id", "=", textId).execute()
    await lapse(textId, given)
    await step(text, state, given, { note })
    return textReopened({ textId, bodyId: text.body_id })
  },
})
