import { type RawBuilder, sql } from "kysely"
import type { Db } from "../../kernel/db.ts"

/** Ends, on a last day, every membership, mandate and grant of somebody that would last beyond it. What had not begun never begins. */
export const endAllOf = async (personId: string, on: Temporal.PlainDate, db: Db): Promise<void> => {
  const last = sql`greatest(since - 1, ${on}::date)`
  await sql`update memberships set until = ${last} where person_id = ${personId} and (until is null or until > ${on}::date)`.execute(
    db,
  )
  await sql`update mandates set until = ${last} where person_id = ${personId} and (until is null or until > ${on}::date)`.execute(
    db,
  )
  await sql`update affiliates set until = ${last} where person_id = ${personId} and (until is null or until > ${on}::date)`.execute(
    db,
  )
  await sql`update grants set revoked_on = ${on}::date where person_id = ${personId} and revoked_on is null and until > ${on}::date`.execute(
    db,
  )
}

/** Ends every mandate and grant in a body; who was a member stays one, and goes on reading its past. */
export const endAllIn = async (
  bodyId: string,
  on: Temporal.PlainDate,
  db: Db,
): Promise<{ mandates: number; grants: number }> => {
  const mandates = await endMandatesOf(sql`body_id = ${bodyId}`, on, db)
  const { numAffectedRows } = await sql`
    update grants set revoked_on = ${on}::date where body_id = ${bodyId} and revoked_on is null and until > ${on}::date`.execute(
    db,
  )
  return { mandates, grants: Number(numAffectedRows ?? 0) }
}

/** Ends the mandates of a condition (SQL on `mandates`) that would last beyond a day. Answers how many. */
export const endMandatesOf = async (which: RawBuilder<unknown>, on: Temporal.PlainDate, db: Db): Promise<number> => {
  const { numAffectedRows } = await sql`
    update mandates set until = greatest(since - 1, ${on}::date) where ${which} and (until is null or until > ${on}::date)`.execute(
    db,
  )
  return Number(numAffectedRows ?? 0)
}
