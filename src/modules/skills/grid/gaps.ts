import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { read } from "../../../kernel/read.ts"
import { findBodyEvenClosed } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { isHere } from "../here.ts"
import { type Theme, themes } from "../tables.ts"

export type Gap = {
  id: string
  name: string
  theme: Theme
  /** How many can, and how many would like to. */
  knows: number
  wants: number
  /** The only one who can. */
  person_id: string | null
  person_name: string | null
}

/** Before so many answers, what nobody said shows only that nobody was asked. */
export const ENOUGH = 3

/** What nobody can do, and what hangs on one person alone: the first first, and those that somebody wants to learn before others. */
export const readGaps = read({
  name: "skills.gaps",
  input: z.object({ bodyId: z.uuid() }),
  find: ({ bodyId }, { db }) => findBodyEvenClosed(bodyId, db),
  allow: holds("people.read"),
  async run({ subject: body, db, now }) {
    const here = isHere(body.id, dayOf(now))
    const { rows } = await sql<Gap & { answered: number }>`
      with said as (
        select h.person_id from skill_sheets h join people p on (p.organisation_id, p.id) = (h.organisation_id, h.person_id)
         where h.body_id = ${body.id} and h.confirmed_on is not null and h.withdrawn_on is null and ${here}),
      counted as (
        select k.id, k.name, k.theme, count(s.level)::int as knows, count(*) filter (where s.wants)::int as wants,
               (array_agg(s.person_id) filter (where s.level is not null))[1] as one
          from skills k
          left join (select s.* from person_skills s join said using (person_id)) s
            on (s.organisation_id, s.skill_id) = (k.organisation_id, k.id)
         where k.body_id = ${body.id} and k.ended_on is null
         group by k.id, k.name, k.theme)
      select c.id, c.name, c.theme, c.knows, c.wants, (select count(*)::int from said) as answered,
             case when c.knows = 1 then c.one end as person_id,
             case when c.knows = 1 then (select given_name || ' ' || family_name from people where id = c.one) end as person_name
        from counted c
       order by c.knows, c.wants desc, array_position(${[...themes]}::text[], c.theme), c.name, c.id`.execute(db)
    const answered = rows[0]?.answered ?? 0
    return {
      answered,
      rows: answered < ENOUGH ? [] : rows.filter(({ knows }) => knows < 2).map(({ answered: _, ...gap }) => gap),
    }
  },
})
