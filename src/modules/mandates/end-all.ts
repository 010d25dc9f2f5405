import { sql } from "kysely"
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
  await sql`update grants set revoked_on = ${on}::date where person_id = ${personId} and revoked_on is null and until > ${on}::date`.execute(
    db,
  )
}
