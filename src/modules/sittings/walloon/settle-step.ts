import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { holds } from "../../mandates/contract.ts"
import { stepSettled } from "../events.ts"
import { findSeenSitting } from "../seen.ts"
import { saidSteps } from "./chain.ts"
import { chainsOf } from "./chains-of.ts"

/** Says that a step around a council is done, or that there was nothing to do; or takes it back. One with a task is done by its task. */
export const settleStep = command({
  name: "sittings.settleStep",
  input: z.object({ sittingId: z.uuid(), step: z.enum(saidSteps), done: z.boolean().default(true) }),
  find: ({ sittingId }, given) => findSeenSitting(sittingId, given),
  allow: holds("sittings.manage"),
  async run({ input: { step, done }, subject: sitting, ...given }) {
    const { actor, db, now } = given
    const chain = (await chainsOf([sitting.id], given)).get(sitting.id)
    const line = chain?.find((one) => one.step === step) ?? refuse("sittings.no_such_step")
    if (line.task?.state === "open") refuse("sittings.step_has_task")
    const columns = { done_at: done ? now : null, done_by: done ? actor.personId : null }
    await db
      .insertInto("sitting_steps")
      .values({ organisation_id: actor.organisation, sitting_id: sitting.id, step, ...columns })
      .onConflict((on) => on.columns(["organisation_id", "sitting_id", "step"]).doUpdateSet(columns))
      .execute()
    return stepSettled({ sittingId: sitting.id, bodyId: sitting.body_id, step, done })
  },
})
