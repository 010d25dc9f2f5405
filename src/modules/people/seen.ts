import { type RawBuilder, sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { bodiesOf, bodiesWhere } from "../mandates/contract.ts"

/** The bodies through which somebody sees people: with contact details (`reads`), or names of fellow members (`belongs`). */
export type Sight = { personId: string; today: Temporal.PlainDate; reads: string[]; belongs: string[] }

export const sightOf = async ({ actor, db, now }: Pick<Circumstances, "actor" | "db" | "now">): Promise<Sight> => {
  const personId = actor.personId!
  const today = dayOf(now)
  const { rows } = await sql<{ reads: string[]; belongs: string[] }>`
    select array(${bodiesWhere("people.read", personId, today)}) as reads, array(${bodiesOf(personId, today)}) as belongs`.execute(
    db,
  )
  return { personId, today, ...rows[0]! }
}

/**
 * SQL on `p`, a row of people: who is visible. Whoever may read people in a body sees all who are or were of it; members
 * see those who are of it today; everyone sees themselves.
 */
export const seen = ({ personId, today, reads, belongs }: Sight) => sql<boolean>`(
  p.id = ${personId} or ${isIn(reads)} or
  exists (select from memberships s where s.person_id = p.id and s.body_id = any(${belongs}::uuid[])
    and s.ring in ('member', 'sympathiser') and s.since <= ${today}::date and (s.until is null or s.until >= ${today}::date)) or
  exists (select from mandates s where s.person_id = p.id and s.body_id = any(${belongs}::uuid[])
    and s.since <= ${today}::date and (s.until is null or s.until >= ${today}::date)))`

/** SQL on `p`: contact details are visible. */
export const read = ({ personId, reads }: Sight) => sql<boolean>`(p.id = ${personId} or ${isIn(reads)})`

/** SQL on `p`: the person is or was of one of these bodies, as a member or by a function. */
export const isIn = (bodies: readonly string[]): RawBuilder<boolean> =>
  sql`(exists (select from memberships s where s.person_id = p.id and s.body_id = any(${[...bodies]}::uuid[]))
    or exists (select from mandates s where s.person_id = p.id and s.body_id = any(${[...bodies]}::uuid[])))`

export const mayBeSeen = async (given: Pick<Circumstances, "actor" | "db" | "now">) =>
  given.actor.personId ? seen(await sightOf(given)) : sql`true`
