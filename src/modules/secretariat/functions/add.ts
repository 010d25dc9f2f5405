import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds, insertFunction } from "../../mandates/contract.ts"
import { functionAdded } from "../events.ts"
import { asDefinition, definition, mustHold } from "./definition.ts"

/** A function that the body gives itself. */
export const addFunction = command({
  name: "functions.add",
  input: definition.extend({ bodyId: z.uuid() }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("bodies.manage"),
  async run({ input, subject: body, ...given }) {
    await mustHold(input.capabilities, body.id, given)
    const functionId = await insertFunction({ bodyId: body.id, definition: asDefinition(input) }, given)
    return functionAdded({ functionId, bodyId: body.id })
  },
})
