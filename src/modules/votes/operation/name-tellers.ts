import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { ids } from "../../../kernel/input.ts"
import { invalid } from "../../../kernel/refusal.ts"
import { holds, mustSee } from "../../mandates/contract.ts"
import { tellersNamed } from "../events.ts"
import { forgetUrns } from "./forget-urns.ts"
import { findOperationToChange } from "./operation.ts"

/** Names those who together open the urns. Urns that were laid for others are laid anew: a share cannot be handed on. */
export const nameTellers = command({
  name: "votes.nameTellers",
  input: z.object({ operationId: z.uuid(), tellerIds: ids(20) }),
  find: ({ operationId }, given) => findOperationToChange(operationId, given),
  allow: holds("decisions.manage"),
  async run({ input: { tellerIds }, subject: operation, ...given }) {
    const { actor, db } = given
    await mustSee(tellerIds, given)
    if (tellerIds.length < operation.needed)
      invalid(["tellerIds"], "votes.too_few_tellers", { needed: operation.needed })
    await forgetUrns(operation.id, given)
    await db
      .deleteFrom("operation_tellers")
      .where("operation_id", "=", operation.id)
      .where("person_id", "not in", tellerIds)
      .execute()
    await db
      .insertInto("operation_tellers")
      .values(
        tellerIds.map((person_id) => ({
          organisation_id: actor.organisation,
          operation_id: operation.id,
          person_id,
          key: null,
          key_at: null,
        })),
      )
      .onConflict((on) => on.columns(["organisation_id", "operation_id", "person_id"]).doNothing())
      .execute()
    return tellersNamed({ operationId: operation.id, count: tellerIds.length })
  },
})
