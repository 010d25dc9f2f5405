import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { isDecisionSeen } from "../../decisions/contract.ts"

export type Source = {
  id: string
  label: string | null
  url: string | null
  file_id: string | null
  file_name: string | null
  decision_id: string | null
  decision_name: string | null
}

/** Where a sheet comes from, in the order it was said. A decision is named to whoever sees it. */
export const sourcesOf = async (textId: string, { actor, db, now }: Circumstances): Promise<Source[]> => {
  const { rows } = await sql<Source>`
    select s.id, s.label, s.url, s.file_id, f.name as file_name, d.id as decision_id,
           d.year || '-' || d.number || ' · ' || d.title as decision_name
      from text_sources s
      left join files f on (f.organisation_id, f.id) = (s.organisation_id, s.file_id)
      left join lateral (select d.* from decisions d where (d.organisation_id, d.id) = (s.organisation_id, s.decision_id)
                           and ${isDecisionSeen(actor.personId!, dayOf(now))}) d on true
     where s.text_id = ${textId} order by s.added_at, s.id`.execute(db)
  return rows
}
