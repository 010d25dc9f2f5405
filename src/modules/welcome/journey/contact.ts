import { sql } from "kysely"
import type { Db } from "../../../kernel/db.ts"
import type { Newcomer } from "./newcomer.ts"

export type Contact = { name: string; email: string | null; phone: string | null }

/** Who takes care of a newcomer, as the newcomer may know them: by name, and what they chose to show beside it. */
export const findContact = async (
  { welcomer_id }: Pick<Newcomer, "welcomer_id">,
  db: Db,
): Promise<Contact | undefined> => {
  if (!welcomer_id) return undefined
  const { rows } = await sql<Contact>`
    select p.given_name || ' ' || p.family_name as name, case when d.shows_email then p.email end as email,
           case when d.shows_phone then p.phone end as phone
      from people p left join welcomer_details d on (d.organisation_id, d.person_id) = (p.organisation_id, p.id)
     where p.id = ${welcomer_id} and p.left_on is null`.execute(db)
  return rows[0]
}
