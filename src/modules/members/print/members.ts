import { sql } from "kysely"
import type { Db } from "../../../kernel/db.ts"
import { refuse } from "../../../kernel/refusal.ts"

/** Whom the lists on paper are about: members in force on a day, or some of them. */
export type PrintedMember = {
  person_id: string
  name: string
  given_name: string
  family_name: string
  form: "m" | "f" | "n"
  language: string
  ring: "member" | "sympathiser" | "supporter"
  since: Temporal.PlainDate
  dues_until: Temporal.PlainDate | null
  functions: string[]
  email: string | null
  post_only: boolean
  street: string | null
  postcode: string | null
  town: string | null
  country: string | null
}

/** A sheet for more people than this is not printed at home. */
const MOST = 5000

export const membersToPrint = async (
  bodyId: string,
  {
    rings,
    on,
    personIds,
  }: { rings: readonly string[]; on: Temporal.PlainDate; personIds?: readonly string[] | undefined },
  db: Db,
): Promise<PrintedMember[]> => {
  const { rows } = await sql<PrintedMember>`
    select p.id as person_id, p.given_name || ' ' || p.family_name as name, p.given_name, p.family_name, p.form, p.language, m.ring,
           m.since, m.dues_until, p.email, p.post_only, p.street, p.postcode, p.town, p.country,
           array(select case p.form when 'm' then f.name_m when 'f' then f.name_f else f.name_n end
                   from mandates d join functions f on (f.organisation_id, f.id) = (d.organisation_id, d.function_id)
                  where d.person_id = p.id and d.body_id = ${bodyId} and d.since <= ${on}::date
                    and (d.until is null or d.until >= ${on}::date) order by 1) as functions
      from memberships m join people p on (p.organisation_id, p.id) = (m.organisation_id, m.person_id)
     where m.body_id = ${bodyId} and m.ring = any(${[...rings]}::text[]) and m.since <= ${on}::date
       and (m.until is null or m.until >= ${on}::date) and (p.left_on is null or p.left_on >= ${on}::date)
       and ${personIds ? sql`p.id = any(${[...personIds]}::uuid[])` : sql`true`}
     order by p.folded collate "C", p.id limit ${MOST + 1}`.execute(db)
  if (rows.length > MOST) refuse("members.too_many_to_print", { most: MOST })
  return rows
}
