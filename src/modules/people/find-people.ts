import { type RawBuilder, sql } from "kysely"
import type { Db } from "../../kernel/db.ts"
import {
  either,
  isAmong,
  isOneOf,
  onlyBodies,
  readsContact as read,
  type Scope,
  seen,
  type Sight,
} from "../mandates/contract.ts"
import { fewest, narrowings, on, type Wanted } from "./narrow.ts"

export type PersonLine = {
  id: string
  name: string
  family_name: string
  given_name: string
  /** What they hold today in the bodies asked about. */
  functions: string[]
  /** The sensibilities they are of today in the bodies asked about. */
  affiliations: string[]
  rings: ("member" | "sympathiser" | "supporter" | "contact" | "former")[]
  dues_until: Temporal.PlainDate | null
  left_on: Temporal.PlainDate | null
  /** Contact details are left out (null) for whoever sees names only; `reads` says which. */
  reads: boolean
  email: string | null
  phone: string | null
  town: string | null
  post_only: boolean | null
}

/**
 * People in sight, by likeness when a name is asked, else by name. Pages of names follow the last id, so that page 2000
 * costs what page 1 does; pages of a search are counted, in the 200 best.
 */
export const findPeople = async (wanted: Wanted, sight: Sight, db: Db) => {
  const { scope, reads } = await scopeWithin(wanted, sight, db)
  const { q = "", limit, after } = wanted
  const skip = q && after ? Number.parseInt(after, 10) || 0 : 0
  const down = wanted.sort === "-name"
  const all = narrowings(wanted, scope, sight)
  const few = q ? undefined : await fewest(all, db)
  const ordered = q || few ? undefined : all.find(({ inOrder }) => inOrder)
  const fits = sql.join(
    [
      reads ? sql`true` : seen(sight),
      stands(wanted, sight),
      ...(q && !q.includes("@") ? all.slice(1) : all).map(({ is }) => is),
    ],
    sql` and `,
  )
  const way = down ? sql`desc` : sql`asc`
  const begins = (folded: RawBuilder<unknown>, id: RawBuilder<unknown>) =>
    after
      ? sql`(${folded} collate "C", ${id}) ${down ? sql`<` : sql`>`} ((select folded from people where id = ${idOf(after)}), ${idOf(after)}::uuid)`
      : sql`true`
  const found = q
    ? q.includes("@")
      ? sql`select p.id, 0::real as likeness from known_people(array[lower(${q})], '{}') k join people p on p.id = k.id where ${read(sight)}`
      : sql`select id, likeness from ${searched(q, scope)}`
    : sql`select p.id, 0::real as likeness from people p ${few ? sql`join (select distinct person_id from (${few.some}) s) few on few.person_id = p.id` : sql``}`
  // Those that come in order are looked up one by one as they come, else the planner may sort them all again.
  const one = ordered
    ? sql`cross join lateral (select * from people p where p.id = f.id offset 0) p`
    : sql`join people p on p.id = f.id`
  const from = q ? sql`true` : begins(sql`p.folded`, sql`p.id`)
  const order = q
    ? sql`f.likeness desc, p.folded collate "C", p.id`
    : ordered
      ? sql`f.folded collate "C" ${way}, f.id ${way}`
      : sql`p.folded collate "C" ${way}, p.id ${way}`
  const linesOf = async (source: RawBuilder<unknown>) => {
    const { rows: lines } = await sql<PersonLine>`
    select p.id, p.given_name || ' ' || p.family_name as name, p.family_name, p.given_name, p.left_on,
           s.reads, coalesce(h.functions, '{}') as functions, coalesce(a.affiliations, '{}') as affiliations, coalesce(r.rings, '{}') as rings,
           case when s.reads then r.dues_until end as dues_until,
           case when s.reads then p.email end as email, case when s.reads then p.phone end as phone,
           case when s.reads then p.town end as town, case when s.reads then p.post_only end as post_only
      from (select p.*, f.likeness from (${source}) f ${one}
             where ${fits} and ${from} order by ${order} limit ${limit + 1} offset ${skip}) p
      cross join lateral (select ${read(sight)} as reads offset 0) s
      left join lateral (
        select array_agg(distinct case p.form when 'm' then f.name_m when 'f' then f.name_f else f.name_n end) as functions
          from mandates m join functions f on (f.organisation_id, f.id) = (m.organisation_id, m.function_id)
         where m.person_id = p.id and ${isAmong(scope, sql`m.body_id`)} and ${on(sight)}) h on true
      left join lateral (
        select array_agg(distinct a.name) as affiliations
          from affiliates m join affiliations a on (a.organisation_id, a.id) = (m.organisation_id, m.affiliation_id)
         where m.person_id = p.id and ${isAmong(scope, sql`m.body_id`)} and ${on(sight)}) a on true
      left join lateral (
        select array_agg(distinct m.ring) as rings, max(m.dues_until) as dues_until
          from memberships m where m.person_id = p.id and ${isAmong(scope, sql`m.body_id`)} and ${on(sight)}) r on true
     order by ${sql.raw(q ? "p.likeness desc, " : "")}p.folded collate "C" ${down && !q ? sql`desc` : sql`asc`}, p.id ${down && !q ? sql`desc` : sql`asc`}`.execute(
      db,
    )
    return lines
  }
  const named = (some: RawBuilder<unknown>) => sql`select person_id as id, folded, 0::real as likeness from (${some}) s`
  const ahead = ordered?.ahead && (await linesOf(named(ordered.ahead({ begins, way, limit: 2 * (limit + 1) }))))
  // A page that is not full may be the last, or have looked at too few.
  const rows =
    ahead && ahead.length > limit
      ? ahead
      : await linesOf(ordered ? named(ordered.inOrder!({ fits, begins, way, limit: limit + 1 })) : found)
  const page = rows.slice(0, limit)
  const more = rows.length > limit
  return { rows: page, next: more ? (q ? String(skip + limit) : page.at(-1)!.id) : null }
}

/** How many are in sight, or null beyond five thousand: nobody reads that figure, and counting it costs more than the page. */
export const countPeople = async (wanted: Wanted, sight: Sight, db: Db): Promise<number | null> => {
  const { scope, reads } = await scopeWithin(wanted, sight, db)
  const all = narrowings(wanted, scope, sight)
  const few = await fewest(all, db, 5000)
  if (!few) return null
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from people p join (select distinct person_id from (${few.some}) s) few on few.person_id = p.id
     where ${sql.join([reads ? sql`true` : seen(sight), stands(wanted, sight), ...all.map(({ is }) => is)], sql` and `)}`.execute(
    db,
  )
  return rows[0]!.count
}

/** The bodies asked about, as far as they are in sight; and whether all their people may be read: being of them is being in sight. */
const scopeWithin = async (
  { at }: Wanted,
  { reads, belongs }: Sight,
  db: Db,
): Promise<{ scope: Scope; reads: boolean }> => {
  const top = reads.all && reads.under.length === 1 ? reads.under[0] : undefined
  if (reads.all) return { scope: at && !at.under.some((id) => id === top) ? at : reads, reads: true }
  if (!at) return { scope: either(reads, belongs), reads: isWithin(belongs, reads) }
  const inSight = (of: RawBuilder<boolean>) =>
    sql<{ id: string; read: boolean; below: boolean }>`
    select b.id, ${isAmong(reads, sql`b.id`)} as read, b.line && ${reads.under}::uuid[] as below from bodies b
     where ${of} and (${isAmong(reads, sql`b.id`)} or ${isAmong(belongs, sql`b.id`)})`.execute(db)
  const { rows: named } = await inSight(sql`b.id = any(${[...at.ids, ...at.under]}::uuid[])`)
  // Whoever reads a body and all below it reads all that lie under it: nothing need be listed.
  const isWhole = at.under.every((id) => named.some((one) => one.id === id && one.below))
  if (isWhole && at.under.length > 0) return { scope: at, reads: true }
  const rows = at.under.length === 0 ? named : (await inSight(isOneOf(at, sql`b.id`))).rows
  return { scope: onlyBodies(...rows.map(({ id }) => id)), reads: rows.every(({ read: mine }) => mine) }
}

// Said of what they are made of: a body that lies deeper under the other is asked about once more, to the same answer.
const isWithin = (one: Scope, other: Scope) =>
  one.ids.every((id) => other.ids.includes(id) || other.under.includes(id)) &&
  one.under.every((id) => other.under.includes(id))

const stands = ({ left = false }: Wanted, { today }: Sight): RawBuilder<boolean> =>
  sql`p.erased_on is null and ${left ? sql`p.left_on < ${today}::date` : sql`(p.left_on is null or p.left_on >= ${today}::date)`}`

const searched = (q: string, { ids, under, all }: Scope) =>
  all ? sql`search_people(${q}, null, 200)` : sql`search_people(${q}, ${ids}::uuid[], 200, ${under}::uuid[])`

const idOf = (after: string) => (/^[0-9a-f-]{36}$/i.test(after) ? after : "00000000-0000-0000-0000-000000000000")
