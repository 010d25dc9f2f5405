import { type Selectable, sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { bodiesWhere, isGivenThing, type Who } from "../../mandates/contract.ts"
import type { IncomingRow } from "./tables.ts"

export type Incoming = Selectable<IncomingRow>

/**
 * SQL, of a letter that came, `n`: whoever it was given to or who registered it; those who write texts in its body, unless it is
 * confidential: then those who may read there what is. Whoever was given its matter sees it with the matter.
 */
export const isIncomingSeen = (who: Who, on: Temporal.PlainDate) => sql<boolean>`(
  ${who} in (n.given_to, n.registered_by)
  or (n.matter_id is not null and not n.confidential and ${isGivenThing("matter", sql`n.matter_id`, who, on)})
  or (case when n.confidential then n.body_id in (${bodiesWhere("confidential.read", who, on)})
           else n.body_id in (${bodiesWhere("texts.write", who, on)}) end))`

export const findIncoming = (id: string, given: Circumstances) => found(id, given)
/** The same, locked. */
export const findIncomingToChange = (id: string, given: Circumstances) => found(id, given, true)

const found = async (id: string, { actor, db, now }: Circumstances, locked = false): Promise<Incoming | undefined> => {
  const { rows } = await sql<Incoming>`
    select n.* from incoming_letters n
     where n.id = ${id} and ${actor.personId ? isIncomingSeen(actor.personId, dayOf(now)) : sql`true`}
     ${locked ? sql`for update of n` : sql``}`.execute(db)
  return rows[0]
}
