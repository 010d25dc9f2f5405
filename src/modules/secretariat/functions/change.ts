import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { type Capability, findFunctionToChange, holds, updateFunction } from "../../mandates/contract.ts"
import { functionChanged } from "../events.ts"
import { asDefinition, definition, mustHold } from "./definition.ts"

/** What a function is and may do. Whoever holds it gains or loses at once. */
export const changeFunction = command({
  name: "functions.change",
  input: definition.extend({ functionId: z.uuid() }),
  find: ({ functionId }, { db }) => findFunctionToChange(functionId, db),
  allow: holds("bodies.manage"),
  async run({ input, subject: before, ...given }) {
    const gained = input.capabilities.filter((one) => !before.capabilities.includes(one))
    const widened = input.reach === "below" && before.reach === "body" ? (input.capabilities as Capability[]) : gained
    await mustHold(widened, before.body_id, given)
    await updateFunction(before.id, asDefinition(input), given)
    // Taken off by a session that never gave it, it would protect nothing: the function could be held the minute after.
    if (before.second_factor && !input.second_factor && given.actor.awaitsSecondFactor)
      refuse("second_factor_needed", {}, 403)
    const lost = before.capabilities.filter((one) => !(input.capabilities as string[]).includes(one))
    return functionChanged({ functionId: before.id, bodyId: before.body_id, gained, lost })
  },
})
