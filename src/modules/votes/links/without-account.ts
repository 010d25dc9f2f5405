import { sql } from "kysely"
import type { Operation } from "../operation/operation.ts"

/**
 * SQL, from a line `l` of the frozen roll, its person `p` and the code that opens for them, `k`: those who may vote and have never
 * come in by an account. Who was erased since has no name on the roll, and is written to by nobody. The code is looked up for each:
 * joined, five thousand voters and as many codes of one operation were compared with one another, for six seconds.
 */
export const withoutAccount = ({ id, roll_id }: Pick<Operation, "id" | "roll_id">) => sql`
  from roll_lines l
  join people p on (p.organisation_id, p.id) = (l.organisation_id, l.person_id)
  left join lateral (
    select * from voting_links o where o.organisation_id = l.organisation_id and o.operation_id = ${id}::uuid and o.person_id = l.person_id
       and o.withdrawn_at is null limit 1) k on true
 where l.organisation_id = current_org() and l.roll_id = ${roll_id} and l.entitled and l.name <> ''
   and not exists (select from account_of(l.organisation_id, l.person_id) a where a.used_at is not null)`

/** SQL on `p`: how a code reaches them. On paper it can be handed over too, so that nobody is out of reach. */
export const reachedBy = sql<"email" | "post">`
  case when nullif(trim(p.email), '') is not null and not p.post_only then 'email' else 'post' end`

/** SQL on `l`: they have signed, or voted by name, in one of the votes of the operation. */
export const hasVotedIn = (operationId: string) => sql<boolean>`exists (
  select from ballots b where b.organisation_id = l.organisation_id and b.operation_id = ${operationId}::uuid and (
    exists (select from ballot_votes v where (v.organisation_id, v.ballot_id, v.person_id) = (b.organisation_id, b.id, l.person_id))
    or exists (select from ballot_signatures s where (s.organisation_id, s.ballot_id, s.person_id) = (b.organisation_id, b.id, l.person_id))))`
