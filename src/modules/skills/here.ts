import { sql } from "kysely"
import type { Circumstances } from "../../kernel/rule.ts"
import { dayOf } from "../../kernel/clock.ts"
import { holds } from "../mandates/contract.ts"

/** SQL on `p`, a row of people: the person is of the body that day, by their ring or by a function. */
export const isHere = (bodyId: ReturnType<typeof sql> | string, on: Temporal.PlainDate) => sql<boolean>`(
  p.erased_on is null and (p.left_on is null or p.left_on >= ${on}::date)
  and (exists (select from memberships s where s.person_id = p.id and s.body_id = ${bodyId}
         and s.ring in ('member', 'sympathiser', 'supporter') and s.since <= ${on}::date and (s.until is null or s.until >= ${on}::date) offset 0)
    or exists (select from mandates s where s.person_id = p.id and s.body_id = ${bodyId}
         and s.since <= ${on}::date and (s.until is null or s.until >= ${on}::date) offset 0)))`

/**
 * SQL on `h`, a sheet with its person `p`: what was said stands, and the reader may know it. Whoever reads the people of the body
 * knows all; the other members what was said for them too, and each what they said themselves.
 */
export const isSheetSeen = async (bodyId: string, given: Circumstances) => {
  const readsAll = await holds("people.read")({ body_id: bodyId }, given)
  return sql<boolean>`(
    h.body_id = ${bodyId} and h.confirmed_on is not null and h.withdrawn_on is null and ${isHere(bodyId, dayOf(given.now))}
    and ${readsAll ? sql`true` : sql`(h.shared or h.person_id = ${given.actor.personId})`})`
}
