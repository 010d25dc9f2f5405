import { sql } from "kysely"
import type { Db } from "../../../kernel/db.ts"
import { invalid } from "../../../kernel/refusal.ts"

/** Locks an affiliation in use: people join it one after the other. */
export const findAffiliationToChange = (affiliationId: string, db: Db) =>
  db
    .selectFrom("affiliations")
    .selectAll()
    .where("id", "=", affiliationId)
    .where("ended_on", "is", null)
    .forUpdate()
    .executeTakeFirst()

export const findAffiliateToChange = (affiliateId: string, db: Db) =>
  db.selectFrom("affiliates").selectAll().where("id", "=", affiliateId).forUpdate().executeTakeFirst()

/** Declines the field `name` when another affiliation of the body, in use, has it. */
export const freeName = async (
  { name, bodyId, except = null }: { name: string; bodyId: string; except?: string | null },
  db: Db,
): Promise<string> => {
  const { rows } = await sql`
    select from affiliations
     where body_id = ${bodyId} and lower(name) = lower(${name}) and ended_on is null
       and id is distinct from ${except}::uuid`.execute(db)
  return rows.length > 0 ? invalid(["name"], "name_taken") : name
}
