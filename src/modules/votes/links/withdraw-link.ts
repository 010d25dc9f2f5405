import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { holds } from "../../mandates/contract.ts"
import { linkWithdrawn } from "../events.ts"
import { findOperationToChange } from "../operation/operation.ts"
import { withdrawLinks } from "./issue.ts"

/** Takes a code back that was lost, or that went to the wrong address. What was voted with it stays. */
export const withdrawLink = command({
  name: "votes.withdrawLink",
  input: z.object({ operationId: z.uuid(), personId: z.uuid() }),
  find: ({ operationId }, given) => findOperationToChange(operationId, given),
  allow: holds("decisions.manage"),
  async run({ input: { personId }, subject: operation, ...given }) {
    if ((await withdrawLinks(operation.id, [personId], given)) === 0) refuse("votes.no_link")
    return linkWithdrawn({ operationId: operation.id, personId })
  },
})
