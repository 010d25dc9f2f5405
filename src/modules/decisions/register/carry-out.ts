import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { day } from "../../../kernel/input.ts"
import { invalid } from "../../../kernel/refusal.ts"
import { holds } from "../../mandates/contract.ts"
import { standing } from "./decision.ts"
import { decisionCarriedOut } from "./events.ts"
import { findDecisionToChange } from "./find-decision.ts"

/** What was decided is done; today unless another day is said. */
export const carryOutDecision = command({
  name: "decisions.carryOut",
  input: z.object({ decisionId: z.uuid(), on: day().nullish() }),
  find: ({ decisionId }, given) => findDecisionToChange(decisionId, given),
  allow: holds("decisions.manage"),
  async run({ input, subject: decision, db, now }) {
    standing(decision)
    const today = dayOf(now)
    const on = input.on ?? today
    if (Temporal.PlainDate.compare(on, today) > 0) invalid(["on"], "not_yet")
    if (Temporal.PlainDate.compare(on, dayOf(decision.taken_at)) < 0) invalid(["on"], "before_decision")
    await db
      .updateTable("decisions")
      .set({ state: "carried_out", carried_out_on: on })
      .where("id", "=", decision.id)
      .execute()
    return decisionCarriedOut({ decisionId: decision.id, bodyId: decision.body_id })
  },
})
