import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import type { Waiting } from "../../kernel/waiting.ts"

/**
 * A body that stands on a commune that is no more, for those who look after it by a mandate in it: reading the thousands below at
 * each page would cost too much.
 */
export const waiting = async ({ actor, db, now }: Circumstances): Promise<Waiting[]> => {
  const today = dayOf(now)
  const { rows } = await sql<{ body_id: string; place: string; became: string | null; ids: string[] }>`
    select h.body_id, string_agg(t.name, ', ' order by t.folded) filter (where t.valid_to < ${today}::date) as place,
           case when bool_and(t.valid_to is null or t.became is not null)
                then string_agg(distinct n.name, ', ') filter (where t.valid_to is not null) end as became,
           array_agg(h.country || '/' || h.level || '/' || h.code) as ids
      from (select distinct m.body_id from mandates m
              join functions f on (f.organisation_id, f.id) = (m.organisation_id, m.function_id)
             where m.person_id = ${actor.personId} and 'bodies.manage' = any(f.capabilities)
               and m.since <= ${today}::date and (m.until is null or m.until >= ${today}::date)) as mine
      join bodies b on b.id = mine.body_id and b.closed_on is null
      join body_territories h on h.body_id = mine.body_id
      join territories t on (t.country, t.level, t.code) = (h.country, h.level, h.code)
      left join territories n on (n.country, n.level, n.code) = (t.country, t.level, t.became)
     group by h.body_id having bool_or(t.valid_to < ${today}::date)`.execute(db)
  return rows.map(({ body_id, place, became, ids }) => ({
    key: became ? "territories.waiting.became" : "territories.waiting.ended",
    act: "territories.waiting.act",
    facts: { place, became: became ?? "" },
    at: `/secretariat/instances/${body_id}`,
    body_id,
    // A code that is no more becomes its successor by being given again.
    ...(became && {
      acts: [
        { command: "territories.give", input: { bodyId: body_id, territories: ids }, words: "territories.follow" },
      ],
    }),
  }))
}
