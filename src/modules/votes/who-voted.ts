import { sql } from "kysely"
import type { Circumstances } from "../../kernel/rule.ts"
import type { Choice } from "./choice.ts"

/** Who voted what, by name, a page of them; of a vote that is closed. Who was erased since has no name any more. */
export const whoVotedWhat = async (
  ballotId: string,
  { limit, after }: { limit: number; after: number },
  { db }: Circumstances,
) => {
  const { rows } = await sql<{ name: string; choice: Choice }>`
    select p.given_name || ' ' || p.family_name as name, v.choice
      from ballot_votes v join people p on (p.organisation_id, p.id) = (v.organisation_id, v.person_id)
     where v.ballot_id = ${ballotId}
     order by p.folded collate "C", p.id limit ${limit + 1} offset ${after}`.execute(db)
  return { rows: rows.slice(0, limit), next: rows.length > limit ? after + limit : null }
}
