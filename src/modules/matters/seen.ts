import { sql } from "kysely"
import { bodiesOf, bodiesWhere, isGivenThing, type Who } from "../mandates/contract.ts"

/**
 * SQL, of a matter `x`: in a body of the person's, and open to them: not confidential, theirs to lead or to work on, or theirs to read by mandate;
 * or given to them alone, whatever body they are of.
 */
export const isMatterSeen = (personId: Who, on: Temporal.PlainDate) => sql<boolean>`(
  ${isGivenThing("matter", sql`x.id`, personId, on)} and (not x.confidential or ${isGivenThing("matter", sql`x.id`, personId, on, "confidential.read")})
  or x.body_id in (${bodiesOf(personId, on)})
  and (not x.confidential or ${personId} in (x.lead_id, x.staff_id) or x.body_id in (${bodiesWhere("confidential.read", personId, on)})))`
