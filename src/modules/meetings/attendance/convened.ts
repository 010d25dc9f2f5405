import { sql } from "kysely"
import type { Db } from "../../../kernel/db.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { planOf } from "../convocation/plan.ts"
import type { Meeting } from "../meeting.ts"
import type { AnswerKind } from "../tables.ts"

/** Somebody who was to be there: as the convocation has it once it left, before that as the rulebook says. */
export type ConvenedPerson = {
  person_id: string
  given_name: string
  family_name: string
  form: "m" | "f" | "n"
  voting: boolean
  up_to_date: boolean
  answer: AnswerKind | null
  functions: string[]
}

/** Everyone convened to a meeting, by name. */
export const convenedTo = async (meeting: Meeting, given: Circumstances): Promise<ConvenedPerson[]> => {
  const invited = await invitedTo(meeting, meeting.starts.toPlainDate(), given.db)
  if (invited.length > 0) return invited
  const { people } = await planOf(meeting, [], given)
  return people.map(({ person_id, given_name, family_name, form, voting, up_to_date, functions }) => ({
    person_id,
    given_name,
    family_name,
    form,
    voting,
    up_to_date,
    answer: null,
    functions,
  }))
}

const invitedTo = async ({ id, body_id }: Pick<Meeting, "id" | "body_id">, on: Temporal.PlainDate, db: Db) => {
  const { rows } = await sql<ConvenedPerson>`
    select v.person_id, p.given_name, p.family_name, p.form, v.voting, v.answer,
           exists (select 1 from memberships m
                    where m.person_id = v.person_id and m.body_id = ${body_id} and m.ring = 'member'
                      and m.dues_until >= ${on}::date) as up_to_date,
           coalesce((select array_agg(case p.form when 'm' then f.name_m when 'f' then f.name_f else f.name_n end order by f.key)
                       from mandates d join functions f on (f.organisation_id, f.id) = (d.organisation_id, d.function_id)
                      where d.person_id = v.person_id and d.body_id = ${body_id}
                        and d.since <= ${on}::date and (d.until is null or d.until >= ${on}::date)), '{}') as functions
      from invitations v join people p on (p.organisation_id, p.id) = (v.organisation_id, v.person_id)
     where v.meeting_id = ${id} and v.withdrawn_at is null
     order by p.folded collate "C", v.person_id`.execute(db)
  return rows
}
