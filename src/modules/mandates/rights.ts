import { type RawBuilder, sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Db } from "../../kernel/db.ts"
import { type Actor, type Circumstances, type Rule, rule } from "../../kernel/rule.ts"
import type { Capability } from "../bodies/contract.ts"
import { columnOf, type Thing } from "./grants/things.ts"
import type { MandateOrigin } from "./tables.ts"

/** Why somebody may do something: the mandate or the grant it comes from. */
export type Reason = {
  capability: Capability
  from: "mandate" | "grant"
  /** The body where the power comes from, which may stand above the one asked about. */
  body_id: string
  body_name: string
  function_name: string | null
  since: Temporal.PlainDate
  until: Temporal.PlainDate | null
  origin: MandateOrigin | null
  origin_note: string | null
  /** The decision it came of, when it was taken here. */
  decision_id: string | null
  granted_by: string | null
  /** The one thing a grant is of; null: the whole body. */
  thing_title: string | null
}

/**
 * Every reason a person has, on a day, for one or all capabilities in one body (or anywhere).
 * The one function behind "may they" and "why": rights are computed from mandates in office and grants, and from nothing else.
 */
export const reasons = async (asked: Asked, db: Db): Promise<Reason[]> => {
  const { rows } = await sql<Reason>`
    ${powers(asked)} order by body_name, function_name, capability`.execute(db)
  return rows
}

/** Somebody, by id; or SQL that names somebody in each row, to ask of many at once who may. */
export type Who = string | RawBuilder<string>

type Asked = { personId: string; capability?: Capability; bodyId?: string; on: Temporal.PlainDate }

const powers = (asked: Asked) => sql`
    select c.capability, 'mandate' as "from", m.body_id, b.name as body_name,
           case p.form when 'm' then f.name_m when 'f' then f.name_f else f.name_n end as function_name,
           m.since, m.until, m.origin, m.origin_note, m.origin_id as decision_id, null as granted_by, null as thing_title
      from mandates m
      join functions f on (f.organisation_id, f.id) = (m.organisation_id, m.function_id)
      join bodies b on (b.organisation_id, b.id) = (m.organisation_id, m.body_id)
      join people p on (p.organisation_id, p.id) = (m.organisation_id, m.person_id)
      cross join unnest(f.capabilities) as c(capability)
     where m.person_id = ${asked.personId} and ${inForce(asked.on, sql`m.since`, sql`m.until`)}
       and (${asked.capability ?? null}::text is null or c.capability = ${asked.capability ?? null})
       and ${reaches(asked.bodyId, sql`m.body_id`, { isBelow: sql`f.reach = 'below'`, capability: sql`c.capability` })} and ${lends}
    union all
    select g.capability, 'grant', g.body_id, b.name, null, g.since, g.until, null, g.reason, null,
           by.given_name || ' ' || by.family_name, case when x.confidential or y.confidential then '…' else coalesce(x.title, y.title, z.name) end
      from grants g
      left join matters x on (x.organisation_id, x.id) = (g.organisation_id, g.matter_id)
      left join meetings y on (y.organisation_id, y.id) = (g.organisation_id, g.meeting_id)
      left join lists z on (z.organisation_id, z.id) = (g.organisation_id, g.list_id)
      join bodies b on (b.organisation_id, b.id) = (g.organisation_id, g.body_id)
      join people by on (by.organisation_id, by.id) = (g.organisation_id, g.granted_by)
     where g.person_id = ${asked.personId} and g.revoked_on is null and ${inForce(asked.on, sql`g.since`, sql`g.until`)}
       and (${asked.capability ?? null}::text is null or g.capability = ${asked.capability ?? null})
       and ${asked.bodyId ? sql`g.whole` : sql`true`}
       and ${reaches(asked.bodyId, sql`g.body_id`, { isBelow: sql`false`, capability: sql`g.capability` })}`

/** The actor has this capability, today, in the subject's body, by a mandate in office or a grant. */
export const holds = (capability: Capability): Rule<{ body_id: string }> =>
  Object.assign(
    async ({ body_id }: { body_id: string }, { actor, db, now }: Circumstances) =>
      (await held(actor, body_id, dayOf(now), db)).has(capability),
    { says: { holds: capability } },
  )

/** Every capability of a person in a body, asked once for each transaction: a page asks it for each of its acts. */
const held = (
  { personId, awaitsSecondFactor }: Actor,
  bodyId: string,
  on: Temporal.PlainDate,
  db: Db,
): Promise<Set<Capability>> => {
  if (!personId) return Promise.resolve(new Set())
  const known = asked.get(db) ?? new Map<string, Promise<Set<Capability>>>()
  asked.set(db, known)
  const key = `${personId} ${awaitsSecondFactor ?? false} ${bodyId} ${on.toString()}`
  const answer = known.get(key) ?? capabilities({ personId, bodyId, on }, db)
  known.set(key, answer)
  return answer
}

// In one row: thirty lines of reasons to read took longer than to find them.
const capabilities = async (asked: Asked, db: Db): Promise<Set<Capability>> => {
  const { rows } = await sql<{ all: Capability[] }>`
    select coalesce(array_agg(capability), '{}') as all from (${powers(asked)}) as power`.execute(db)
  return new Set(rows[0]!.all)
}

const asked = new WeakMap<Db, Map<string, Promise<Set<Capability>>>>()

/** The actor belongs to the subject's body: as a member in force, or by holding a function there. */
export const isOfBody: Rule<{ body_id: string }> = rule("isOfBody", async ({ body_id }, { actor, db, now }) => {
  if (!actor.personId) return false
  const { rows } = await sql<{ mine: boolean }>`
    select ${body_id} in (${bodiesOf(actor.personId, dayOf(now))}) as mine`.execute(db)
  return rows[0]!.mine
})

/**
 * SQL: the ids (`body_id`) of the bodies a person belongs to on a day, for scoping reads: `where body_id in (…)`. Whoever is of a
 * body reads those that closed and became it too: their meetings and decisions stayed with them.
 */
export const bodiesOf = (personId: Who, on: Temporal.PlainDate) => sql`
  select coalesce(came.origin_id, mine.body_id) as body_id from (${ownBodiesOf(personId, on)}) as mine
   cross join lateral (
    select null::uuid as origin_id
    union all
    select o.origin_id from body_origins o
      join bodies past on (past.organisation_id, past.id) = (o.organisation_id, o.origin_id)
     where o.body_id = mine.body_id and past.closed_on is not null) as came`

/** The same without what those bodies came from: whom one sees are the people of one's own bodies, not those who did not come along. */
export const ownBodiesOf = (personId: Who, on: Temporal.PlainDate) => sql`
  select body_id from (
    select body_id from memberships
     where person_id = ${personId} and ring in ('member', 'sympathiser') and ${inForce(on, sql`since`, sql`until`)}
    union
    select b.id from mandates m
      join functions f on (f.organisation_id, f.id) = (m.organisation_id, m.function_id)
      join bodies b on b.id = m.body_id or (f.reach = 'below' and m.body_id = any(b.line))
     where m.person_id = ${personId} and ${inForce(on, sql`m.since`, sql`m.until`)}
    union
    select body_id from grants
     where person_id = ${personId} and whole and revoked_on is null and ${inForce(on, sql`since`, sql`until`)}
  ) as mine`

/**
 * SQL: the ids (`body_id`) of the bodies in which a person holds a capability on a day, for scoping reads by it. What is confidential
 * is read in those that closed and became them too: else the papers of a merged chapter would be nobody's.
 */
export const bodiesWhere = (capability: Capability, personId: Who, on: Temporal.PlainDate) =>
  capability === inherited
    ? sql`
  with recursive past as (
    ${heldBodies(capability, personId, on)}
    union
    select o.origin_id from past join body_origins o on o.body_id = past.body_id and ${isHeir}
  ) select body_id from past`
    : heldBodies(capability, personId, on)

const heldBodies = (capability: Capability, personId: Who, on: Temporal.PlainDate) => sql`
  select body_id from (
    select b.id as body_id from mandates m
      join functions f on (f.organisation_id, f.id) = (m.organisation_id, m.function_id)
      join bodies b on b.id = m.body_id or (f.reach = 'below' and m.body_id = any(b.line))
     where m.person_id = ${personId} and ${capability} = any(f.capabilities) and ${inForce(on, sql`m.since`, sql`m.until`)}
       and ${lends}
    union
    select body_id from grants
     where person_id = ${personId} and capability = ${capability} and whole and revoked_on is null
       and ${inForce(on, sql`since`, sql`until`)}
  ) as held`

/**
 * SQL: from where a person holds a capability on a day, `body_id` and whether it reaches `below`. What `bodiesWhere` lists body by
 * body, for a `Scope`.
 */
export const placesWhere = (capability: Capability, personId: Who, on: Temporal.PlainDate) => sql`
  select m.body_id, f.reach = 'below' as below from mandates m
    join functions f on (f.organisation_id, f.id) = (m.organisation_id, m.function_id)
   where m.person_id = ${personId} and ${capability} = any(f.capabilities) and ${inForce(on, sql`m.since`, sql`m.until`)} and ${lends}
  union
  select body_id, false from grants
   where person_id = ${personId} and capability = ${capability} and whole and revoked_on is null
     and ${inForce(on, sql`since`, sql`until`)}`

/** The same of the bodies a person belongs to: what `ownBodiesOf` lists. */
export const ownPlacesOf = (personId: Who, on: Temporal.PlainDate) => sql`
  select body_id, false as below from memberships
   where person_id = ${personId} and ring in ('member', 'sympathiser') and ${inForce(on, sql`since`, sql`until`)}
  union
  select m.body_id, f.reach = 'below' from mandates m
    join functions f on (f.organisation_id, f.id) = (m.organisation_id, m.function_id)
   where m.person_id = ${personId} and ${inForce(on, sql`m.since`, sql`m.until`)}
  union
  select body_id, false from grants
   where person_id = ${personId} and whole and revoked_on is null and ${inForce(on, sql`since`, sql`until`)}`

/** SQL, a condition: somebody was given one thing (SQL, its id), to read or, with the capability, to do that much with it. */
export const isGivenThing = (
  thing: Thing,
  id: RawBuilder<unknown>,
  personId: Who,
  on: Temporal.PlainDate,
  capability?: Capability,
) => sql<boolean>`exists (
  select from grants g where ${columnOf(thing)} = ${id} and g.person_id = ${personId} and g.revoked_on is null
     and ${inForce(on, sql`g.since`, sql`g.until`)} and ${capability ? sql`g.capability = ${capability}` : sql`true`})`

const givenRules = { matter: "isGivenMatter", meeting: "isGivenMeeting", list: "isGivenList" } as const

/** The actor was given this capability on the subject, or on the thing that `of` says it belongs to. */
export const isGiven = <S>(thing: Thing, capability: Capability, of: (subject: S) => string): Rule<S> =>
  rule(givenRules[thing], async (subject, { actor, db, now }) => {
    if (!actor.personId) return false
    const { rows } = await sql<{ given: boolean }>`
      select ${isGivenThing(thing, sql`${of(subject)}::uuid`, actor.personId, dayOf(now), capability)} as given`.execute(
      db,
    )
    return rows[0]!.given
  })

/** Does anybody have this capability in a body on a day, by a mandate? Grants end, and count for nobody here. */
export const someoneHolds = async (
  capability: Capability,
  bodyId: string,
  on: Temporal.PlainDate,
  db: Db,
): Promise<boolean> => {
  const { rows } = await sql`
    select from mandates m join functions f on (f.organisation_id, f.id) = (m.organisation_id, m.function_id)
     where ${capability} = any(f.capabilities) and ${inForce(on, sql`m.since`, sql`m.until`)}
       and ${reaches(bodyId, sql`m.body_id`, { isBelow: sql`f.reach = 'below'`, capability: sql`${capability}` })} limit 1`.execute(
    db,
  )
  return rows.length > 0
}

/** The actor has this capability, today, in one of the bodies the subject belongs or belonged to. */
export const holdsForPerson = (capability: Capability): Rule<{ person_id: string }> =>
  Object.assign(
    async ({ person_id }: { person_id: string }, { actor, db, now }: Parameters<Rule<unknown>>[1]) => {
      if (!actor.personId) return false
      const { rows } = await sql`
        select from (select body_id from memberships where person_id = ${person_id}
                     union select body_id from mandates where person_id = ${person_id}) as places
         where body_id in (${bodiesWhere(capability, actor.personId, dayOf(now))}) limit 1`.execute(db)
      return rows.length > 0
    },
    { says: { holds: capability } },
  )

// A function that demands a second factor lends nothing to a session without it: `app.weak` names whose (kernel/db.ts).
const lends = sql`not (f.second_factor and m.person_id::text = current_setting('app.weak', true) is true)`

const inForce = (on: Temporal.PlainDate, since: ReturnType<typeof sql>, until: ReturnType<typeof sql>) =>
  sql`${since} <= ${on}::date and (${until} is null or ${until} >= ${on}::date)`

/** The one capability that goes to whoever takes over from a body that closed: its meetings and decisions they read as members do. */
const inherited: Capability = "confidential.read"

// Of an origin `o`: the body was born of it, or took it in, on the day it closed. Who had left before inherits none of its secrets,
// nor do those who came from them: so one step at a time, and not by what came before what came before.
const isHeir = sql`o.direct and exists (
  select from bodies gone where (gone.organisation_id, gone.id) = (o.organisation_id, o.origin_id) and gone.closed_on <= o.on_day)`

/** SQL, a condition: what is held in the body `from` holds in this one: itself, above it where it reaches below, or its heir. */
export const reaches = (
  bodyId: string | undefined,
  from: RawBuilder<unknown>,
  { isBelow, capability }: { isBelow: RawBuilder<unknown>; capability: RawBuilder<unknown> },
) =>
  bodyId
    ? sql`(${from} = ${bodyId} or (${isBelow} and ${from} = any(select unnest(line) from bodies where id = ${bodyId}))
        or (${capability} = ${inherited} and exists (
          with recursive heirs as (
            select ${bodyId}::uuid as body_id
            union
            select o.body_id from heirs join body_origins o on o.origin_id = heirs.body_id and ${isHeir}
          ) select from heirs join bodies heir on heir.id = heirs.body_id
             where ${from} = heir.id or (${isBelow} and ${from} = any(heir.line)))))`
    : sql`true`
