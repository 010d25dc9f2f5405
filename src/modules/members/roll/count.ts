import { type RawBuilder, sql } from "kysely"
import type { Db } from "../../../kernel/db.ts"
import { computeRoll } from "./compute.ts"
import type { RollRule } from "./roll.ts"

type Counted = { sure: number; asked: string[] }

/**
 * How many may vote in a body on a day, counted where they are: what `computeRoll` would find, without a line for each. Of members,
 * those who joined too lately to be sure of at a glance (a membership may go on from one before it) are asked of `computeRoll` itself.
 */
export const countRoll = async (bodyId: string, rule: RollRule, on: Temporal.PlainDate, db: Db): Promise<number> => {
  const { rows } = await sql<Counted>`
    select count(*) filter (where sure)::int as sure, coalesce(array_agg(person_id) filter (where not sure), '{}') as asked
      from (${rule.who === "holders" ? holders(bodyId, rule, on) : members(bodyId, rule, on)}) found`.execute(db)
  const { sure, asked } = rows[0]!
  if (asked.length === 0) return sure
  return sure + (await computeRoll(bodyId, rule, on, db, asked)).filter(({ entitled }) => entitled).length
}

const holders = (bodyId: string, { functions }: RollRule, on: Temporal.PlainDate) => sql`
  select distinct s.person_id, true as sure
    from mandates s
    join functions k on (k.organisation_id, k.id) = (s.organisation_id, s.function_id)
    join people p on (p.organisation_id, p.id) = (s.organisation_id, s.person_id)
   where s.body_id = ${bodyId} and k.key = any(${functions}::text[]) and ${isInForce(on)} and ${isStillHere(on)}`

/** Of two that hold on the same day the first begun says since when, and until when dues are paid, as the roll has it. */
const members = (bodyId: string, rule: RollRule, on: Temporal.PlainDate) => sql`
  select person_id, (since + make_interval(months => ${rule.waiting_months}))::date <= ${on}::date as sure
    from (select distinct on (s.person_id) s.person_id, s.since, s.dues_until
            from memberships s
            join people p on (p.organisation_id, p.id) = (s.organisation_id, s.person_id)
            left join birth_days y on (y.organisation_id, y.person_id) = (p.organisation_id, p.id)
           where s.body_id = ${bodyId} and s.ring = 'member' and ${isInForce(on)} and ${isStillHere(on)}
             and (y.born_on is null or (y.born_on + make_interval(years => ${rule.age_years}))::date <= ${on}::date)
           order by s.person_id, s.since) m
   where ${rule.who === "members_up_to_date" ? sql`dues_until + ${rule.grace_days}::int >= ${on}::date` : sql`true`}`

const isInForce = (on: Temporal.PlainDate): RawBuilder<boolean> =>
  sql`s.since <= ${on}::date and (s.until is null or s.until >= ${on}::date)`
const isStillHere = (on: Temporal.PlainDate): RawBuilder<boolean> =>
  sql`(p.left_on is null or p.left_on >= ${on}::date)`
