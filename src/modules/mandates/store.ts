import { sql } from "kysely"
import type { Db } from "../../kernel/db.ts"
import type { FunctionRules, Seat } from "./warnings.ts"

/** Locks the function: mandates of it are recorded one after the other. */
export const findFunctionToChange = (functionId: string, db: Db) =>
  db
    .selectFrom("functions")
    .selectAll()
    .where("id", "=", functionId)
    .where("ended_on", "is", null)
    .forUpdate()
    .executeTakeFirst()

export const findMandateToChange = (mandateId: string, db: Db) =>
  db.selectFrom("mandates").selectAll().where("id", "=", mandateId).forUpdate().executeTakeFirst()

/** What `warningsOn` needs of a body: its functions in use, and every mandate there ever was. */
export const seatsOf = async (
  bodyId: string,
  db: Db,
): Promise<{ functions: FunctionRules[]; seats: (Seat & { id: string })[] }> => {
  const functions = await db
    .selectFrom("functions")
    .select(["id", "key", "holders_min", "holders_max", "term_months", "consecutive_max", "excludes", "parity"])
    .where("body_id", "=", bodyId)
    .where("ended_on", "is", null)
    .execute()
  const { rows } = await sql<Seat & { id: string }>`
    select m.id, m.person_id, p.form, m.function_id, m.since, m.until from mandates m
      join people p on (p.organisation_id, p.id) = (m.organisation_id, m.person_id)
     where m.body_id = ${bodyId} order by m.since`.execute(db)
  return { functions, seats: rows }
}
