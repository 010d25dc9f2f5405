import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import { type Circumstances, anyOf } from "../../kernel/rule.ts"
import { holdsForPerson } from "../mandates/contract.ts"
import { isThemselves } from "../people/contract.ts"

/** A person as this module sees them, with the body that answers for what is held about them: where they last were. */
export type Subject = {
  person_id: string
  name: string
  given_name: string
  email: string | null
  language: string
  post_only: boolean
  body_id: string
  body_name: string
}

/** Whoever keeps the rights of people in one of their bodies, and the person themselves. */
export const answersFor = anyOf(isThemselves, holdsForPerson("privacy.manage"))

/** Undefined for whoever was erased, belongs nowhere, or is of another organisation. */
export const findSubject = async (
  personId: string,
  { db, now }: Pick<Circumstances, "db" | "now">,
): Promise<Subject | undefined> => {
  const { rows } = await sql<Subject>`
    select p.id as person_id, p.given_name || ' ' || p.family_name as name, p.given_name, p.email, p.language, p.post_only,
           b.id as body_id, b.name as body_name
      from people p
      join lateral (
        select body_id from (
          select body_id, until, since from memberships m where m.person_id = p.id
          union all select body_id, until, since from mandates m where m.person_id = p.id) as places
         order by coalesce(until, 'infinity') >= ${dayOf(now)}::date desc, since desc limit 1) as last on true
      join bodies b on b.id = last.body_id
     where p.id = ${personId} and p.erased_on is null`.execute(db)
  return rows[0]
}

/** The same, locked. */
export const findSubjectToChange = async (
  personId: string,
  given: Pick<Circumstances, "db" | "now">,
): Promise<Subject | undefined> => {
  await sql`select from people where id = ${personId} for update`.execute(given.db)
  return findSubject(personId, given)
}
