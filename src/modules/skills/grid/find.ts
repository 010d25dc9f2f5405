import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { bodiesOf, bodiesWhere } from "../../mandates/contract.ts"

export type FoundSkill = { id: string; name: string; body_id: string; body_name: string }

const ASKING = /^\s*(?:qui|who)\s+(?:sait|peut|pourrait|conna[iî]t|can|knows)\s+(?:faire\s+)?/iu

/** The skills of one's bodies by their words; "qui sait cuisiner ?" finds the same as "cuisine": the beginning of each word will do. */
export const findSkills = async (q: string, { actor, db, now }: Circumstances): Promise<FoundSkill[]> => {
  const words = q.replace(ASKING, "").match(/[\p{L}\p{N}]{3,}/gu) ?? []
  const me = actor.personId
  if (!me || words.length === 0) return []
  const today = dayOf(now)
  const likes = words.slice(0, 8).map((word) => `%${word.slice(0, 5)}%`)
  const { rows } = await sql<FoundSkill>`
    select k.id, k.name, k.body_id, b.name as body_name
      from (${bodiesOf(me, today)} union ${bodiesWhere("people.read", me, today)} limit 200) as mine
      join skills k on k.body_id = mine.body_id join bodies b on b.id = k.body_id
     where k.ended_on is null and f_unaccent(lower(k.name)) like all (select f_unaccent(lower(one)) from unnest(${likes}::text[]) as one)
     order by k.name, b.name, k.id limit 4`.execute(db)
  return rows
}
