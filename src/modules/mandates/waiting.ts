import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import type { Waiting } from "../../kernel/waiting.ts"
import { bodiesWhere } from "./rights.ts"

// Finding and electing somebody takes longer than two weeks.
const WEEKS_BEFORE_THE_END = 8

/** The mandates that end and have no one after them, for those who record mandates. */
export const waiting = async ({ actor, db, now }: Circumstances): Promise<Waiting[]> => {
  const today = dayOf(now)
  const { rows } = await sql<{
    body_id: string
    person_id: string
    who: string
    what: string
    until: Temporal.PlainDate
  }>`
    select m.body_id, m.person_id, p.given_name || ' ' || p.family_name as who, m.until,
           case p.form when 'm' then f.name_m when 'f' then f.name_f else f.name_n end as what
      from mandates m
      join functions f on (f.organisation_id, f.id) = (m.organisation_id, m.function_id)
      join people p on (p.organisation_id, p.id) = (m.organisation_id, m.person_id)
     where m.body_id in (${bodiesWhere("mandates.manage", actor.personId!, today)})
       and m.until between ${today}::date and ${today.add({ weeks: WEEKS_BEFORE_THE_END })}::date
       and not exists (select from mandates n
                        where (n.organisation_id, n.function_id) = (m.organisation_id, m.function_id)
                          and n.since > m.since and (n.until is null or n.until > m.until))
     order by m.until`.execute(db)
  return rows.map(({ body_id, person_id, who, what, until }) => ({
    key: "mandates.waiting.ends",
    act: "mandates.waiting.ends.act",
    facts: { who, what },
    at: `/personnes/${person_id}`,
    due: until,
    body_id,
  }))
}
