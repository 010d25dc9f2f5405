import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { tellerKeyGiven } from "../events.ts"
import { forgetUrns } from "./forget-urns.ts"
import { isTeller } from "./is-teller.ts"
import { findOperationToChange } from "./operation.ts"

/** A key as `sealed-ballots` writes it: thirty-two bytes as text. */
export const keyText = z.string().regex(/^[\w-]{43}$/)

/** A teller's half of a key, made in their browser. A new one takes the place of one that was lost, before the urns are in use. */
export const giveTellerKey = command({
  name: "votes.giveTellerKey",
  input: z.object({ operationId: z.uuid(), key: keyText }),
  find: ({ operationId }, given) => findOperationToChange(operationId, given),
  allow: isTeller,
  async run({ input: { key }, subject: operation, actor, db, now }) {
    await forgetUrns(operation.id, { db })
    const tellers = await db
      .selectFrom("operation_tellers")
      .selectAll()
      .where("operation_id", "=", operation.id)
      .execute()
    // The same key twice would be two shares in one hand.
    if (tellers.some((one) => one.key === key)) refuse("votes.key_of_another")
    await db
      .updateTable("operation_tellers")
      .set({ key, key_at: now })
      .where("operation_id", "=", operation.id)
      .where("person_id", "=", actor.personId)
      .execute()
    return tellerKeyGiven({ operationId: operation.id })
  },
})
