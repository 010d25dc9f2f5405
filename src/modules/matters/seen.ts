import { sql } from "kysely"
import { bodiesOf, bodiesWhere, type Who } from "../mandates/contract.ts"

/** SQL, of a matter `x`: in a body of the person's, and open to them: not confidential, theirs to lead, or theirs to read by mandate. */
export const isMatterSeen = (personId: Who, on: Temporal.PlainDate) => sql<boolean>`(
  x.body_id in (${bodiesOf(personId, on)})
  and (not x.confidential or x.lead_id = ${personId} or x.body_id in (${bodiesWhere("confidential.read", personId, on)})))`
