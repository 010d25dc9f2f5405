import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { day } from "../../../kernel/input.ts"
import { invalid } from "../../../kernel/refusal.ts"
import { holds } from "../../mandates/contract.ts"
import { standing } from "./decision.ts"
import { reviewSet } from "./events.ts"
import { findDecisionToChange } from "./find-decision.ts"

/** The day on which the decision must be looked at again; null when it need not be. */
export const setReview = command({
  name: "decisions.setReview",
  input: z.object({ decisionId: z.uuid(), on: day().nullable() }),
  find: ({ decisionId }, given) => findDecisionToChange(decisionId, given),
  allow: holds("decisions.manage"),
  async run({ input: { on }, subject: decision, db, now }) {
    standing(decision, "carried_out")
    if (on && Temporal.PlainDate.compare(on, dayOf(now)) <= 0) invalid(["on"], "not_to_come")
    await db.updateTable("decisions").set({ review_on: on }).where("id", "=", decision.id).execute()
    return reviewSet({ decisionId: decision.id, bodyId: decision.body_id, on: on?.toString() ?? null })
  },
})
