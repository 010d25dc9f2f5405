import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { bodiesWhere } from "../../mandates/contract.ts"

/** What one of two records has, today or later, that gives rights: it will be the person's. */
export type Power = {
  person_id: string
  kind: "mandate" | "grant" | "membership"
  body_id: string
  body_name: string
  /** The function, the capability or the ring. */
  what: string
  since: Temporal.PlainDate
  until: Temporal.PlainDate | null
  /** The reader may give as much there by themselves. */
  is_theirs_to_give: boolean
}

/**
 * The mandates, grants and memberships of both records. Merging gives each to whoever holds the account of the other, so it takes
 * who could give them anyway: without that, making a record for oneself and merging the president into it would be a way to
 * become president. A membership of a body that both are of gives nothing.
 */
export const powersOf = async (
  one: string,
  other: string,
  { actor, db, now }: Pick<Circumstances, "actor" | "db" | "now">,
): Promise<Power[]> => {
  const today = dayOf(now)
  const me = actor.personId!
  const lasts = sql`(until is null or until >= ${today}::date)`
  const { rows } = await sql<Power>`
    select w.person_id, w.kind, w.body_id, b.name as body_name, w.what, w.since, w.until,
           case when w.kind = 'membership' then w.body_id in (${bodiesWhere("people.manage", me, today)})
                else w.body_id in (${bodiesWhere("mandates.manage", me, today)}) end as is_theirs_to_give
      from (
        select m.person_id, 'mandate' as kind, m.body_id, m.since, m.until,
               case p.form when 'm' then f.name_m when 'f' then f.name_f else f.name_n end as what
          from mandates m join functions f on (f.organisation_id, f.id) = (m.organisation_id, m.function_id)
          join people p on (p.organisation_id, p.id) = (m.organisation_id, m.person_id)
         where m.person_id in (${one}, ${other}) and (m.until is null or m.until >= ${today}::date)
        union all
        select person_id, 'grant', body_id, since, until, capability from grants
         where person_id in (${one}, ${other}) and revoked_on is null and ${lasts}
        union all
        select person_id, 'membership', body_id, since, until, ring from memberships m
         where person_id in (${one}, ${other}) and ${lasts} and ring in ('member', 'sympathiser')
           and not exists (select from memberships x where x.person_id in (${one}, ${other}) and x.person_id <> m.person_id
                             and x.body_id = m.body_id and x.ring = m.ring and (x.until is null or x.until >= ${today}::date))
      ) w join bodies b on b.id = w.body_id
     order by w.kind desc, b.name, w.what, w.person_id`.execute(db)
  return rows
}
