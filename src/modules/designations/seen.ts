import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { bodiesOf, bodiesWhere, holds, type Who } from "../mandates/contract.ts"
import { nameOf } from "../offices/contract.ts"
import type { Designation } from "./designation.ts"

/** Whoever keeps the register of external mandates prepares who will stand in it. */
export const prepares = holds("offices.manage")

/** SQL, of a designation `d`: whoever prepares it or decides for its body; once it is done, those of the body. */
export const isDesignationSeen = (personId: Who, on: Temporal.PlainDate) => sql<boolean>`(
  d.body_id in (${bodiesWhere("offices.manage", personId, on)})
  or d.body_id in (${bodiesWhere("decisions.manage", personId, on)})
  or d.designated_at is not null and d.body_id in (${bodiesOf(personId, on)}))`

const find = async (
  designationId: string,
  { actor, db, now }: Circumstances,
  lock = sql``,
): Promise<Designation | undefined> => {
  if (!actor.personId) return undefined
  const { rows } = await sql<Designation>`
    select d.*, k.zone, k.country, k.name as body_name, i.kind as institution_kind, ${nameOf("i")} as institution,
           (select c.name from institutions s join counterparts c on (c.organisation_id, c.id) = (s.organisation_id, s.outside_id)
             where (s.organisation_id, s.id) = (d.organisation_id, d.sent_by)) as sent_by_name
      from designations d
      join bodies k on (k.organisation_id, k.id) = (d.organisation_id, d.body_id)
      join institutions i on (i.organisation_id, i.id) = (d.organisation_id, d.institution_id)
     where d.id = ${designationId} and ${isDesignationSeen(actor.personId, dayOf(now))} ${lock}`.execute(db)
  return rows[0]
}

export const findDesignation = (designationId: string, given: Circumstances) => find(designationId, given)

/** Locked against everybody: its key, its list and the act of designating wait for one another. */
export const findDesignationToChange = (designationId: string, given: Circumstances) =>
  find(designationId, given, sql`for update of d`)
