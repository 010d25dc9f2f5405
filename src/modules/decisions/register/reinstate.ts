import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { holds } from "../../mandates/contract.ts"
import { decisionReinstated } from "./events.ts"
import { findDecisionToChange } from "./find-decision.ts"

/** Takes back a carrying out or a reopening said too soon. What another decision replaced, or a vote rejected, stays so. */
export const reinstateDecision = command({
  name: "decisions.reinstate",
  input: z.object({ decisionId: z.uuid() }),
  find: ({ decisionId }, given) => findDecisionToChange(decisionId, given),
  allow: holds("decisions.manage"),
  async run({ subject: decision, db }) {
    if (decision.state !== "carried_out" && decision.state !== "reopened") refuse(`decisions.is_${decision.state}`)
    await db
      .updateTable("decisions")
      .set({ state: "in_force", carried_out_on: null })
      .where("id", "=", decision.id)
      .execute()
    return decisionReinstated({ decisionId: decision.id, bodyId: decision.body_id })
  },
})
