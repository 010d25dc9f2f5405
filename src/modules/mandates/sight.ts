import { type RawBuilder, sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import { refuse } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { bodiesWhere, ownBodiesOf, ownPlacesOf, placesWhere, type Who } from "./rights.ts"
import { isAmong, type Scope, scopeIn } from "./scope.ts"

/** The bodies through which somebody sees people: with contact details (`reads`), or names of fellow members (`belongs`). */
export type Sight = { personId: string; today: Temporal.PlainDate; reads: Scope; belongs: Scope }

export const sightOf = async ({ actor, db, now }: Pick<Circumstances, "actor" | "db" | "now">): Promise<Sight> => {
  const personId = actor.personId!
  const today = dayOf(now)
  const { rows } = await sql<{ reads: Scope; belongs: Scope }>`
    select ${scopeIn(placesWhere("people.read", personId, today))} as reads, ${scopeIn(ownPlacesOf(personId, today))} as belongs`.execute(
    db,
  )
  return { personId, today, ...rows[0]! }
}

/**
 * SQL on `p`, a row of people: who is visible. Whoever may read people in a body sees all who are or were of it; members
 * see those who are of it today; everyone sees themselves. Nobody sees somebody who was erased.
 */
export const seen = ({ personId, today, reads, belongs }: Sight) => sql<boolean>`(p.erased_on is null and (
  p.id = ${personId} or ${isIn(reads)} or
  exists (select from memberships s where s.person_id = p.id and ${isAmong(belongs, sql`s.body_id`)}
    and s.ring in ('member', 'sympathiser') and s.since <= ${today}::date and (s.until is null or s.until >= ${today}::date)) or
  exists (select from mandates s where s.person_id = p.id and ${isAmong(belongs, sql`s.body_id`)}
    and s.since <= ${today}::date and (s.until is null or s.until >= ${today}::date))))`

/** `seen` asked of anybody: whether `who` sees somebody (SQL, an id) on a day. */
export const isPersonSeen = (person: RawBuilder<unknown>, who: Who, today: Temporal.PlainDate) => sql<boolean>`(
  ${person} = ${who} or exists (
    select from (select body_id, ring, since, until from memberships where person_id = ${person}
                 union all select body_id, 'member', since, until from mandates where person_id = ${person}) s
     where s.body_id in (${bodiesWhere("people.read", who, today)})
        or s.ring in ('member', 'sympathiser') and s.since <= ${today}::date and (s.until is null or s.until >= ${today}::date)
           and s.body_id in (${ownBodiesOf(who, today)})))`

/** SQL on `p`: contact details are visible. */
export const readsContact = ({ personId, reads }: Sight) => sql<boolean>`(p.id = ${personId} or ${isIn(reads)})`

/**
 * SQL on `p`: the person is or was of one of these bodies, as a member or by a function. `offset 0`: asked of each person
 * by the index; PostgreSQL would rather gather every member first, 0.3 s of two hundred thousand for a page of fifty.
 */
export const isIn = (scope: Scope): RawBuilder<boolean> =>
  sql`(exists (select from memberships s where s.person_id = p.id and ${isAmong(scope, sql`s.body_id`)} offset 0)
    or exists (select from mandates s where s.person_id = p.id and ${isAmong(scope, sql`s.body_id`)} offset 0))`

/**
 * Refuses as 404 when a person is named whom the actor does not see: naming somebody must not be a way to learn of them.
 * `known` are those whom the thing already names, so that whoever comes after may keep them; `enters` is for what makes somebody
 * be of a body, which opens their contact details there: a name seen among fellow members is not enough, it takes one who
 * administers a body they are or were of. The system names whom it must.
 */
export const mustSee = async (
  personIds: readonly (string | null | undefined)[],
  given: Pick<Circumstances, "actor" | "db" | "now">,
  { known = [], enters = false }: { known?: readonly (string | null)[]; enters?: boolean } = {},
): Promise<void> => {
  const asked = [...new Set(personIds)].filter((id) => typeof id === "string" && !known.includes(id))
  if (asked.length === 0) return
  const sight = given.actor.personId ? await sightOf(given) : undefined
  const within = sight ? (enters ? await administered(sight, given) : seen(sight)) : sql<boolean>`true`
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from people p where p.id = any(${asked}::uuid[]) and ${within}`.execute(given.db)
  if (rows[0]!.count < asked.length) refuse("not_found", {}, 404)
}

const administered = async ({ personId, today }: Sight, { db }: Pick<Circumstances, "db">) => {
  const held = (["people.read", "people.manage", "mandates.manage"] as const).map((one) =>
    placesWhere(one, personId, today),
  )
  const { rows } = await sql<{ scope: Scope }>`select ${scopeIn(sql.join(held, sql` union `))} as scope`.execute(db)
  return sql<boolean>`(p.id = ${personId} or ${isIn(rows[0]!.scope)})`
}

export const mayBeSeen = async (given: Pick<Circumstances, "actor" | "db" | "now">) =>
  given.actor.personId ? seen(await sightOf(given)) : sql`true`
