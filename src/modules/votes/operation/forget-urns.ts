import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"

/** The tellers or their keys change: the urns that were made for them are of no use. Refuses while votes lie in one. */
export const forgetUrns = async (operationId: string, { db }: Pick<Circumstances, "db">) => {
  const secret = await db
    .selectFrom("ballots")
    .select(["id", "opened_at", "closed_at"])
    .where("operation_id", "=", operationId)
    .where("manner", "=", "secret")
    .where("cancelled_at", "is", null)
    .execute()
  if (secret.some(({ opened_at, closed_at }) => opened_at && !closed_at)) refuse("votes.urns_in_use")
  const prepared = secret.filter(({ opened_at }) => !opened_at).map(({ id }) => id)
  if (prepared.length > 0) await db.deleteFrom("ballot_urns").where("ballot_id", "in", prepared).execute()
}
