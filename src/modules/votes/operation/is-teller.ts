import { rule } from "../../../kernel/rule.ts"

type OfOperation = { operation_id: string | null }

/** Named to open the urn of this operation, or of the operation of this vote. */
export const isTeller = rule<OfOperation>("isTeller", async ({ operation_id }, { actor, db }) => {
  if (!operation_id || !actor.personId) return false
  const found = await db
    .selectFrom("operation_tellers")
    .select("person_id")
    .where("operation_id", "=", operation_id)
    .where("person_id", "=", actor.personId)
    .executeTakeFirst()
  return found !== undefined
})
