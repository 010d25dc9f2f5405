import { sql } from "kysely"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { Ballot } from "../ballot.ts"

export type Contest = {
  id: string
  name: string
  mine: boolean
  words: string
  noted_at: Temporal.Instant
  outcome: string | null
  settled_by: string | null
  settled_at: Temporal.Instant | null
}

/** What was said against a vote: all of it for whoever answers, their own for others. */
export const contestsOf = async (
  { id }: Pick<Ballot, "id">,
  all: boolean,
  { actor, db }: Circumstances,
): Promise<Contest[]> => {
  const { rows } = await sql<Contest>`
    select c.id, p.given_name || ' ' || p.family_name as name, c.person_id = ${actor.personId} as mine, c.words, c.noted_at,
           c.outcome, s.given_name || ' ' || s.family_name as settled_by, c.settled_at
      from ballot_contests c
      join people p on (p.organisation_id, p.id) = (c.organisation_id, c.person_id)
      left join people s on (s.organisation_id, s.id) = (c.organisation_id, c.settled_by)
     where c.ballot_id = ${id} and (${all} or c.person_id = ${actor.personId}) order by c.noted_at, c.id limit 500`.execute(
    db,
  )
  return rows
}
