import { sql } from "kysely"
import { bodiesWhere, type Who } from "../mandates/contract.ts"

/** SQL, of a counterpart `c`: it stands in a file that this person reads. Being of the body is not enough. */
export const isCounterpartSeen = (personId: Who, on: Temporal.PlainDate) =>
  sql<boolean>`(c.body_id in (${bodiesWhere("counterparts.read", personId, on)}))`

/**
 * SQL, of an exchange `e`: the same; and a confidential one by whoever noted it or took part in it, or is entitled to read what
 * is confidential.
 */
export const isExchangeSeen = (personId: Who, on: Temporal.PlainDate) => sql<boolean>`(
  e.body_id in (${bodiesWhere("counterparts.read", personId, on)})
  and (not e.confidential or e.logged_by = ${personId}
    or exists (select from exchange_ours o
                where (o.organisation_id, o.exchange_id) = (e.organisation_id, e.id) and o.person_id = ${personId})
    or e.body_id in (${bodiesWhere("confidential.read", personId, on)})))`
