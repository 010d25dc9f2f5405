import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import type { Waiting } from "../../kernel/waiting.ts"
import { fallShort, nearest } from "./falls-short.ts"
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

// A screen is read to its end: past these, how many more there are.
const BODIES_AT_MOST = 8

/**
 * The functions held by fewer than the rulebook wants, one line for each body, for those who record mandates: their own bodies
 * first, then the nearest below.
 */
const understaffed = async ({ actor, db, now }: Circumstances): Promise<Waiting[]> => {
  const today = dayOf(now)
  const { rows } = await sql<{ body_id: string; names: string[]; count: number; of_all: number }>`
    with mine as materialized (${nearest(actor.personId!, today)})
    select mine.id as body_id, few.names, few.count, (count(*) over ())::int as of_all
      from mine cross join lateral (
        select array_agg(f.name_n order by f.name_n) as names, count(*)::int as count from functions f
         where f.body_id = mine.id and f.holders_min > 0 and (f.ended_on is null or f.ended_on >= ${today}::date)
           and f.holders_min > (select count(*) from mandates m
                where (m.organisation_id, m.function_id) = (f.organisation_id, f.id)
                  and m.since <= ${today}::date and (m.until is null or m.until >= ${today}::date))) few
     where few.count > 0
     order by mine.nth limit ${BODIES_AT_MOST}`.execute(db)
  const lines = rows.map(({ body_id, names, count }): Waiting => ({
    key: "mandates.waiting.few",
    act: "mandates.waiting.few.act",
    facts: { count, names: names.slice(0, 3).join(", "), more: Math.max(0, count - 3) },
    at: `/secretariat/fonctions?instance=${body_id}`,
    body_id,
    // A chapter just founded lacks nearly all: a thing to see to, not a thing that presses.
    optional: true,
  }))
  const more = (rows[0]?.of_all ?? 0) - lines.length
  return more > 0 ? [...lines, elsewhere("mandates.waiting.few_more", more)] : lines
}

const elsewhere = (key: string, count: number): Waiting => ({
  key,
  act: "mandates.waiting.few.act",
  facts: { count },
  at: "/secretariat/instances",
  optional: true,
})

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
  return more > 0 ? [...lines, elsewhere("mandates.waiting.more", more)] : lines
}
