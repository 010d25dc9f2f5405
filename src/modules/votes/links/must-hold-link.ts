import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"

/** Whoever comes by a link votes by the code that was made for this operation, as long as nobody takes it back. */
export const mustHoldLink = async (
  operationId: string | null,
  { actor, db }: Pick<Circumstances, "actor" | "db">,
): Promise<void> => {
  const live = await db
    .selectFrom("voting_links")
    .select("id")
    .where("operation_id", "=", operationId)
    .where("person_id", "=", actor.personId!)
    .where("withdrawn_at", "is", null)
    .forShare()
    .executeTakeFirst()
  if (!live) refuse("votes.link_gone", {}, 403)
}
