import { sql } from "kysely"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { Ballot } from "../ballot.ts"
import { electedOf } from "./elected.ts"

export type Other = { person_id: string; name: string }

/**
 * People of the file who stood in this vote or a round before it and were elected in none; nobody as long as a round follows, in which
 * they may stand again.
 */
export const othersToTell = async (ballot: Ballot, { db }: Pick<Circumstances, "db">): Promise<Other[]> => {
  if (ballot.result?.count?.next) return []
  const { rows } = await sql<{ person_id: string; name: string; elected: boolean }>`
    with recursive rounds as (
      select id, follows_id, organisation_id, result from ballots where id = ${ballot.id}
      union all select b.id, b.follows_id, b.organisation_id, b.result
        from ballots b join rounds r on (b.organisation_id, b.id) = (r.organisation_id, r.follows_id)
    )
    select c.person_id, p.given_name || ' ' || p.family_name as name,
           bool_or(r.result->'count'->'elected' @> to_jsonb(c.place)) as elected
      from rounds r
      join ballot_candidates c on (c.organisation_id, c.ballot_id) = (r.organisation_id, r.id)
      join people p on (p.organisation_id, p.id) = (c.organisation_id, c.person_id)
     group by c.person_id, p.given_name, p.family_name, p.folded order by p.folded collate "C", c.person_id`.execute(db)
  const now = electedOf(ballot).map(({ person_id }) => person_id)
  return rows.filter(({ person_id, elected }) => !elected && !now.includes(person_id))
}
