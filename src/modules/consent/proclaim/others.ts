import { sql } from "kysely"
import type { Circumstances } from "../../../kernel/rule.ts"

/** Whom somebody named or proposed, but whoever was elected: they did not stand, and heard what was said of them. */
export const othersNamed = async (
  electionId: string,
  electedId: string,
  { db }: Pick<Circumstances, "db">,
): Promise<{ person_id: string; name: string }[]> => {
  const { rows } = await sql<{ person_id: string; name: string }>`
    select p.id as person_id, trim(p.given_name || ' ' || p.family_name) as name from people p
     where p.id <> ${electedId} and p.id in (
       select nominee_id from consent_nominations where election_id = ${electionId}
       union select to_id from consent_nominations where election_id = ${electionId}
       union select person_id from consent_proposals where election_id = ${electionId})
     order by p.folded collate "C", p.id`.execute(db)
  return rows
}
