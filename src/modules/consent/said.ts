import { sql } from "kysely"
import type { Circumstances } from "../../kernel/rule.ts"
import type { Election } from "./election.ts"
import type { AnswerRow } from "./tables.ts"

const name = (of: string) => sql`trim(${sql.ref(`${of}.given_name`)} || ' ' || ${sql.ref(`${of}.family_name`)})`
const person = (alias: string, column: string) =>
  sql`people ${sql.ref(alias)} on (${sql.ref(`${alias}.organisation_id`)}, ${sql.ref(`${alias}.id`)}) = (n.organisation_id, ${sql.ref(`n.${column}`)})`

export type Participant = {
  person_id: string
  name: string
  /** They named somebody: whom, nobody reads before all are shown. */
  named: boolean
  turned: boolean
  answered: boolean
}

/** Who takes part, and who has spoken at each step. Who was erased since has no name. */
export const participantsOf = async ({ id, proposal_id }: Election, { db }: Circumstances): Promise<Participant[]> => {
  const { rows } = await sql<Participant>`
    select s.person_id, ${name("p")} as name, n.person_id is not null as named, n.turned_at is not null as turned,
           exists (select from consent_answers a
                 where (a.organisation_id, a.proposal_id, a.person_id) = (s.organisation_id, ${proposal_id}::uuid, s.person_id)) as answered
      from consent_participants s join people p on (p.organisation_id, p.id) = (s.organisation_id, s.person_id)
      left join consent_nominations n on (n.organisation_id, n.election_id, n.person_id) = (s.organisation_id, s.election_id, s.person_id)
     where s.election_id = ${id} order by p.folded collate "C", p.id`.execute(db)
  return rows
}

export type Nomination = {
  person_id: string
  name: string
  nominee_id: string
  nominee: string
  reasons: string
  noted_by: string | null
  to_id: string | null
  to: string | null
  to_reasons: string | null
  turned_at: Temporal.Instant | null
  turn_noted_by: string | null
}

/** What was written: one’s own, or, once they are shown, all of them. */
export const nominationsOf = async (
  { id }: Election,
  whose: "all" | string,
  { db }: Circumstances,
): Promise<Nomination[]> => {
  const { rows } = await sql<Nomination>`
    select n.person_id, ${name("p")} as name, n.nominee_id, ${name("x")} as nominee, n.reasons, ${name("h")} as noted_by,
           n.to_id, ${name("y")} as to, n.to_reasons, n.turned_at, ${name("g")} as turn_noted_by
      from consent_nominations n
      join ${person("p", "person_id")} join ${person("x", "nominee_id")}
      left join ${person("y", "to_id")} left join ${person("h", "noted_by")} left join ${person("g", "turn_noted_by")}
     where n.election_id = ${id} and ${whose === "all" ? sql`true` : sql`n.person_id = ${whose}`}
     order by p.folded collate "C", p.id`.execute(db)
  return rows
}

export type Answer = Pick<AnswerRow, "person_id" | "answer" | "objection" | "lifted_at"> & {
  name: string
  noted_by: string | null
}

export type Proposal = {
  id: string
  round: number
  person_id: string
  name: string
  form: "m" | "f" | "n"
  reasons: string
  term: string | null
  conditions: string | null
  proposed_at: Temporal.Instant
  proposed_by: string | null
  went_on_reason: string | null
  answers: Answer[]
}

/** Each proposal with what was answered to it, the last first. */
export const proposalsOf = async ({ id }: Election, { db }: Circumstances): Promise<Proposal[]> => {
  const { rows } = await sql<Omit<Proposal, "answers">>`
    select n.id, n.round, n.person_id, ${name("p")} as name, p.form, n.reasons, n.term, n.conditions, n.proposed_at,
           ${name("h")} as proposed_by, n.went_on_reason
      from consent_proposals n join ${person("p", "person_id")} left join ${person("h", "proposed_by")}
     where n.election_id = ${id} order by n.round desc`.execute(db)
  const { rows: answers } = await sql<Answer & { proposal_id: string }>`
    select n.proposal_id, n.person_id, ${name("p")} as name, n.answer, n.objection, n.lifted_at, ${name("h")} as noted_by
      from consent_answers n join ${person("p", "person_id")} left join ${person("h", "noted_by")}
     where n.proposal_id in (select id from consent_proposals where election_id = ${id})
     order by n.answer desc, p.folded collate "C", p.id`.execute(db)
  return rows.map((row) => ({
    ...row,
    answers: answers.filter(({ proposal_id }) => proposal_id === row.id).map(({ proposal_id: _, ...one }) => one),
  }))
}
