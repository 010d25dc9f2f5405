import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { endFunctionRow, findFunctionToChange, holds, someoneHolds } from "../../mandates/contract.ts"
import { functionEnded } from "../events.ts"

/** Takes a function out of use. Its mandates end today and stay written; meetings that convened its holders no longer do. */
export const endFunction = command({
  name: "functions.end",
  input: z.object({ functionId: z.uuid() }),
  find: ({ functionId }, { db }) => findFunctionToChange(functionId, db),
  allow: holds("bodies.manage"),
  async run({ subject: { id, body_id, capabilities }, ...given }) {
    const today = dayOf(given.now)
    const mandates = await endFunctionRow(id, today, given)
    // A body in which nobody can give a mandate any more could never be mended from inside.
    const tomorrow = today.add({ days: 1 })
    for (const one of ["bodies.manage", "mandates.manage"] as const)
      if (capabilities.includes(one) && !(await someoneHolds(one, body_id, tomorrow, given.db)))
        refuse("functions.last_power")
    return functionEnded({ functionId: id, bodyId: body_id, mandates })
  },
})
