import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { Decision } from "./decision.ts"
import { isDecisionSeen } from "./seen.ts"

/** Locks decisions the actor sees, always in the same order; undefined when one of them is not there. */
export const findDecisionsToChange = async (
  decisionIds: readonly string[],
  { actor, db, now }: Circumstances,
): Promise<Decision[] | undefined> => {
  const isSeen = actor.personId ? isDecisionSeen(actor.personId, dayOf(now)) : sql`true`
  const { rows } = await sql<Decision>`
    select d.* from decisions d where d.id = any(${[...decisionIds]}::uuid[]) and ${isSeen} order by d.id for update of d`.execute(
    db,
  )
  return rows.length === decisionIds.length ? rows : undefined
}

export const findDecisionToChange = async (decisionId: string, given: Circumstances): Promise<Decision | undefined> =>
  (await findDecisionsToChange([decisionId], given))?.[0]
