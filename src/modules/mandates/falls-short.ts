import { sql } from "kysely"
import type { Db } from "../../kernel/db.ts"
import type { Capability } from "../bodies/contract.ts"
import { bodiesWhere, someoneHolds } from "./rights.ts"
import { seatsOf } from "./store.ts"
import { type Warning, warningsOn } from "./warnings.ts"

/** Without somebody for each of these, a body stops: nobody calls a meeting, writes its minutes, names the next ones. */
const vital = ["meetings.convene", "minutes.write", "mandates.manage", "people.manage"] as const satisfies Capability[]

/** Where a body falls short of its rulebook on a day, and what nobody may do in it any more. */
export const fallsShort = async (
  bodyId: string,
  on: Temporal.PlainDate,
  db: Db,
): Promise<{ warnings: Warning[]; unheld: Capability[] }> => {
  const { functions, seats } = await seatsOf(bodyId, db)
  const unheld: Capability[] = []
  for (const one of vital) if (!(await someoneHolds(one, bodyId, on, db))) unheld.push(one)
  return { warnings: warningsOn(functions, seats, on), unheld }
}

// Asked at each page: all 5000 bodies of a federation at once took two seconds, and those far below have their own secretaries.
const NEAREST = 300

/** SQL: the bodies whose mandates somebody records, those they are of first (`own`), then the nearest below. */
export const nearest = (me: string, on: Temporal.PlainDate) => sql`
  select *, row_number() over (order by not own, depth, name, id) as nth from (
    select b.organisation_id, b.id, b.line, b.name, cardinality(b.line) as depth,
           b.id in (select m.body_id from mandates m
                     where m.person_id = ${me} and m.since <= ${on}::date and (m.until is null or m.until >= ${on}::date)) as own
      from bodies b
     where b.closed_on is null and b.id in (${bodiesWhere("mandates.manage", me, on)})) as all_mine
   order by nth limit ${NEAREST}`

/**
 * The bodies whose mandates somebody records and that fall short, each with how often: the same rules as `fallsShort`, for all of
 * them in one statement. Those they are of come first, then the nearest below.
 */
export const fallShort = async (
  me: string,
  on: Temporal.PlainDate,
  db: Db,
): Promise<{ body_id: string; unheld: number; term_over: number; parity: number }[]> => {
  const inOffice = sql`m.since <= ${on}::date and (m.until is null or m.until >= ${on}::date)`
  const { rows } = await sql<{ body_id: string; unheld: number; term_over: number; parity: number }>`
    with mine as materialized (${nearest(me, on)}),
    seats as materialized (
      select m.body_id, m.function_id, m.since, p.form from mine b
        join mandates m on (m.organisation_id, m.body_id) = (b.organisation_id, b.id)
        join people p on (p.organisation_id, p.id) = (m.organisation_id, m.person_id)
       where ${inOffice}),
    over as (
      select s.body_id, count(*)::int as count from seats s join functions f on f.id = s.function_id
       where f.ended_on is null and (s.since + make_interval(months => f.term_months))::date <= ${on}::date group by s.body_id),
    uneven as (
      select body_id, count(*)::int as count from (
        select s.body_id from seats s join functions f on f.id = s.function_id
         where f.ended_on is null and f.parity group by s.body_id, s.function_id
        having abs(count(*) filter (where s.form = 'f') - count(*) filter (where s.form = 'm')) > 1) as one
       group by body_id),
    ways as (select b.id, up.id as from_id from mine b cross join unnest(b.line) as up (id)),
    held as (
      select w.id, count(distinct h.one)::int as count from ways w
        join (select distinct m.body_id, f.reach, c.one from mandates m
                join functions f on (f.organisation_id, f.id) = (m.organisation_id, m.function_id)
                join unnest(${[...vital]}::text[]) as c (one) on c.one = any(f.capabilities)
               where m.body_id in (select from_id from ways) and ${inOffice}) h
          on h.body_id = w.from_id and (h.reach = 'below' or w.from_id = w.id)
       group by w.id)
    select * from (
      select b.id as body_id, ${vital.length}::int - coalesce(h.count, 0) as unheld, coalesce(o.count, 0) as term_over,
             coalesce(u.count, 0) as parity, b.line, b.name
        from mine b left join held h on h.id = b.id left join over o on o.body_id = b.id left join uneven u on u.body_id = b.id
    ) as short
     where unheld + term_over + parity > 0
     order by not exists (select from mandates m where m.person_id = ${me} and m.body_id = short.body_id and ${inOffice}),
              cardinality(line), name, body_id`.execute(db)
  return rows.map(({ body_id, unheld, term_over, parity }) => ({ body_id, unheld, term_over, parity }))
}
