import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { bodiesWhere } from "../../mandates/contract.ts"
import { isMine } from "../permissions.ts"

export type FoundNewcomer = { id: string; name: string; step: string | null; body_name: string }

/** Those on the way whom the actor may see, by the beginning of each word of their name. Whoever has arrived is found as a person. */
export const findOnTheWay = async (q: string, given: Circumstances): Promise<FoundNewcomer[]> => {
  const { actor, db, now } = given
  const words = q.match(/[\p{L}\p{N}]{2,}/gu) ?? []
  if (!actor.personId || words.length === 0) return []
  const likes = words.slice(0, 6).map((word) => `% ${word}%`)
  // From the bodies, then from oneself: an index for each, and never a look at every newcomer of the organisation.
  const { rows } = await sql<FoundNewcomer>`
    select n.id, n.given_name || ' ' || n.family_name as name, b.name as body_name,
           (select s.title from newcomer_steps s where s.newcomer_id = n.id and s.done_at is null order by s.place limit 1) as step
      from newcomers n join bodies b on (b.organisation_id, b.id) = (n.organisation_id, n.body_id)
     where n.id in (
             select m.id from newcomers m
              where m.state in ('open', 'paused') and m.body_id in (${bodiesWhere("welcome.manage", actor.personId, dayOf(now))})
             union select n.id from newcomers n where n.state in ('open', 'paused') and ${isMine(given)})
       and f_unaccent(lower(' ' || translate(n.given_name || ' ' || n.family_name, '-’''', '   ')))
           like all (select f_unaccent(lower(one)) from unnest(${likes}::text[]) as one)
     order by n.confirmed_at desc, n.id limit 4`.execute(db)
  return rows
}
