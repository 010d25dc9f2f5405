import { sql } from "kysely"

/** SQL on `n`, a newcomer: what became of them, for a figure and for the lines behind it. */
export const outcomes = (hours: number) => ({
  arrived: sql`true`,
  in_time: sql`(n.contacted_at is not null and n.contacted_at <= n.confirmed_at + make_interval(hours => ${hours}::int))`,
  members: sql`exists (select from newcomer_steps m where m.newcomer_id = n.id and m.kind = 'membership' and m.done_at is not null
                          and not m.skipped)`,
  left: sql`n.state = 'stopped'`,
})

/** SQL on `n`: they came in that year. */
export const inYear = (year: number) =>
  sql`(n.confirmed_at >= make_timestamptz(${year}::int, 1, 1, 0, 0, 0, 'Europe/Brussels')
   and n.confirmed_at < make_timestamptz(${year + 1}::int, 1, 1, 0, 0, 0, 'Europe/Brussels'))`
