import { sql } from "kysely"
import { confide } from "../../kernel/confide.ts"
import { newId } from "../../kernel/id.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { mayBeSeen } from "../mandates/contract.ts"
import { columnsOf, type PersonFields } from "./fields.ts"

/** Writes somebody new into the file; answers their id. Where they belong is another matter. */
export const insertPerson = async (fields: PersonFields, given: Circumstances): Promise<string> => {
  const { actor, db } = given
  const id = newId()
  const columns = columnsOf(fields)
  await db
    .insertInto("people")
    .values({
      ...columns,
      note: confide(given, true).text(columns.note),
      organisation_id: actor.organisation,
      id,
      left_on: null,
    })
    .execute()
  return id
}

/**
 * Who is already in the file under this name or this address. Only among those the actor may see: an answer must not tell who is
 * in another chapter.
 */
export const knownAs = async (
  { given_name, family_name, email }: Pick<PersonFields, "given_name" | "family_name" | "email">,
  given: Circumstances,
) => {
  const { rows } = await sql<{ id: string; name: string; email: string | null; town: string | null }>`
    select p.id, p.given_name || ' ' || p.family_name as name, p.email, p.town from people p
     where (p.folded = name_folded(${`${family_name} ${given_name}`}) or lower(p.email) = lower(${email ?? null}))
       and ${await mayBeSeen(given)} order by p.folded collate "C", p.id limit 10`.execute(given.db)
  return rows
}
