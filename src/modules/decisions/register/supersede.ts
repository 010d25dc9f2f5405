import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { invalid } from "../../../kernel/refusal.ts"
import { holds } from "../../mandates/contract.ts"
import { type Decision, standing } from "./decision.ts"
import { decisionSuperseded } from "./events.ts"
import { findDecisionsToChange } from "./find-decision.ts"

/** Another decision of the body, taken later and in force, takes the place of this one. */
export const supersedeDecision = command({
  name: "decisions.supersede",
  input: z.object({ decisionId: z.uuid(), byId: z.uuid() }),
  async find({ decisionId, byId }, given) {
    if (decisionId === byId) return invalid(["byId"], "itself")
    // Both are locked: two decisions that replace each other at once would leave none in force.
    const found = await findDecisionsToChange([decisionId, byId], given)
    const old = found?.find(({ id }) => id === decisionId)
    return old && { ...old, by: found!.find(({ id }) => id === byId)! }
  },
  allow: holds("decisions.manage"),
  async run({ subject: { by, ...decision }, db }) {
    standing(decision, "carried_out", "reopened")
    checkReplaces(by, decision)
    await db
      .updateTable("decisions")
      .set({ state: "superseded", superseded_by: by.id })
      .where("id", "=", decision.id)
      .execute()
    return decisionSuperseded({ decisionId: decision.id, bodyId: decision.body_id, byId: by.id })
  },
})

const checkReplaces = (by: Decision, decision: Decision) => {
  if (by.body_id !== decision.body_id) invalid(["byId"], "not_of_this_body")
  if (by.state !== "in_force" && by.state !== "carried_out") invalid(["byId"], "not_in_force")
  if (Temporal.Instant.compare(by.taken_at, decision.taken_at) < 0) invalid(["byId"], "older_decision")
}
