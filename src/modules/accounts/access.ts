import { sql } from "kysely"
import type { Db } from "../../kernel/db.ts"
import { newId } from "../../kernel/id.ts"

/** Lets an address sign in as a person of the organisation in force, and answers its account. A former address no longer can. */
export const giveAccess = async (
  { organisation, personId, email }: { organisation: string; personId: string; email: string },
  db: Db,
): Promise<string> => {
  const { rows } = await sql<{ id: string }>`
    select account_for(${newId()}, ${email}, ${organisation}, ${personId}) as id`.execute(db)
  return rows[0]!.id
}
