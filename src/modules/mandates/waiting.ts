import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import type { Waiting } from "../../kernel/waiting.ts"
import { fallShort } from "./falls-short.ts"
import { bodiesWhere } from "./rights.ts"

// Finding and electing somebody takes longer than two weeks.
const WEEKS_BEFORE_THE_END = 8

export const waiting = async (given: Circumstances): Promise<Waiting[]> => [
  ...(await ending(given)),
  ...(await understaffed(given)),
  ...(await fallen(given)),
]

/** The mandates that end and have no one after them, for those who record mandates. */
const ending = async ({ actor, db, now }: Circumstances): Promise<Waiting[]> => {
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

/** The functions held by fewer than the rulebook wants, one line for each body, for those who record mandates. */
const understaffed = async ({ actor, db, now }: Circumstances): Promise<Waiting[]> => {
  const today = dayOf(now)
  const { rows } = await sql<{ body_id: string; names: string[]; count: number }>`
    select body_id, array_agg(name_n order by name_n) as names, count(*)::int as count from (
      select f.body_id, f.name_n from functions f
       where f.body_id in (${bodiesWhere("mandates.manage", actor.personId!, today)})
         and f.holders_min > 0 and (f.ended_on is null or f.ended_on >= ${today}::date)
         and exists (select from bodies b where (b.organisation_id, b.id) = (f.organisation_id, f.body_id)
                       and (b.closed_on is null or b.closed_on >= ${today}::date))
         and f.holders_min > (select count(*) from mandates m
              where (m.organisation_id, m.function_id) = (f.organisation_id, f.id)
                and m.since <= ${today}::date and (m.until is null or m.until >= ${today}::date))) as few
     group by body_id`.execute(db)
  return rows.map(({ body_id, names, count }) => ({
    key: "mandates.waiting.few",
    act: "mandates.waiting.few.act",
    facts: { count, names: names.slice(0, 3).join(", "), more: Math.max(0, count - 3) },
    at: `/secretariat/fonctions?instance=${body_id}`,
    body_id,
    // A chapter just founded lacks nearly all: a thing to see to, not a thing that presses.
    optional: true,
  }))
}

// A screen is read to its end: past these, how many more there are.
const BODIES_AT_MOST = 8

/**
 * A body that nobody may convene any more, whose terms are over, or which has lost its parity: one line each, for whoever records
 * its mandates, from within it or from above. Their own bodies first, then the nearest below.
 */
const fallen = async ({ actor, db, now }: Circumstances): Promise<Waiting[]> => {
  const short = await fallShort(actor.personId!, dayOf(now), db)
  const lines = short.slice(0, BODIES_AT_MOST).flatMap(({ body_id, unheld, term_over, parity }) =>
    Object.entries({ unheld, term_over, parity })
      .filter(([, count]) => count > 0)
      .map(([what, count]): Waiting => ({
        key: `mandates.waiting.${what}`,
        act: "mandates.waiting.few.act",
        facts: { count },
        at: `/secretariat/fonctions?instance=${body_id}`,
        body_id,
        optional: true,
      })),
  )
  const more = short.length - BODIES_AT_MOST
  if (more <= 0) return lines
  const rest: Waiting = {
    key: "mandates.waiting.more",
    act: "mandates.waiting.few.act",
    facts: { count: more },
    at: "/secretariat/instances",
    optional: true,
  }
  return [...lines, rest]
}
