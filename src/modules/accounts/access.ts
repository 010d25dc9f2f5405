import { sql } from "kysely"
import type { Db } from "../../kernel/db.ts"
import { newId } from "../../kernel/id.ts"
import type { Circumstances, OrganisationId } from "../../kernel/rule.ts"

/** Lets an address sign in as a person of the organisation in force, and answers its account. A former address no longer can. */
export const giveAccess = async (
  { organisation, personId, email }: { organisation: string; personId: string; email: string },
  db: Db,
): Promise<string> => {
  const { rows } = await sql<{ id: string }>`
    select account_for(${newId()}, ${email}, ${organisation}, ${personId}) as id`.execute(db)
  return rows[0]!.id
}

/** The persons an address signs in as, one for each organisation they have not left; the one used last comes first. */
export const placesOf = async (
  email: string,
  db: Db,
): Promise<{ account_id: string; organisation_id: OrganisationId; person_id: string; organisation_name: string }[]> =>
  (
    await sql<{
      account_id: string
      organisation_id: OrganisationId
      person_id: string
      organisation_name: string
    }>`select * from account_by_email(${email})`.execute(db)
  ).rows

/** Ends a person's way in, with its sessions and keys; an account that is nobody anywhere is forgotten. */
export const endAccess = async (
  personId: string,
  { actor, db }: Pick<Circumstances, "actor" | "db">,
): Promise<void> => {
  await sql`select account_forget(${actor.organisation}, ${personId})`.execute(db)
}

/** What `held` says of the way in of a record that goes: its sessions end, and it leads to the one that stays when that has none. */
export const giveAccessTo = async (from: string, into: string, { db }: Circumstances): Promise<void> => {
  await sql`select account_merged(${from}, ${into})`.execute(db)
}
