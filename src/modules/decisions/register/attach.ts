import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { holds } from "../../mandates/contract.ts"
import { mustSeeMatter, noteAttached } from "../../matters/contract.ts"
import { decisionAttached } from "./events.ts"
import { findDecisionToChange } from "./find-decision.ts"

/** The matter a decision belongs to, when its item did not say so, or said another. What was decided stays as it is. */
export const attachDecision = command({
  name: "decisions.attach",
  input: z.object({ decisionId: z.uuid(), matterId: z.uuid().nullable() }),
  find: ({ decisionId }, given) => findDecisionToChange(decisionId, given),
  allow: holds("decisions.manage"),
  async run({ input: { decisionId, matterId }, subject, ...given }) {
    if (matterId && matterId !== subject.matter_id) await mustSeeMatter(matterId, subject.body_id, given)
    await given.db.updateTable("decisions").set({ matter_id: matterId }).where("id", "=", decisionId).execute()
    await noteAttached(subject, matterId, given)
    return decisionAttached({ decisionId, bodyId: subject.body_id, matterId })
  },
})
