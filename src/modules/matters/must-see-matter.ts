import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import { invalid } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { isMatterSeen } from "./seen.ts"

/**
 * A matter of this body that the actor sees, to hang something on: else it would be a way to read its title. Answers whether it
 * is confidential; refuses the field `matterId` otherwise.
 */
export const mustSeeMatter = async (
  matterId: string,
  bodyId: string,
  { actor, db, now }: Circumstances,
): Promise<{ confidential: boolean }> => {
  const { rows } = await sql<{ confidential: boolean }>`
    select x.confidential from matters x
     where x.id = ${matterId} and x.body_id = ${bodyId} and ${isMatterSeen(actor.personId!, dayOf(now))}`.execute(db)
  return rows[0] ?? invalid(["matterId"], "not_of_this_body")
}
