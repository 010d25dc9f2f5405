import { type RawBuilder, sql } from "kysely"
import type { Db } from "../../kernel/db.ts"
import { isIn, readsContact as read, seen, type Sight } from "../mandates/contract.ts"

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

export type Wanted = {
  q?: string | undefined
  /** The bodies asked about; undefined: every body in sight. */
  bodies?: readonly string[] | undefined
  ring?: string | undefined
  /** Key of a function held today. */
  function?: string | undefined
  /** The sensibility they are of today. */
  affiliation?: string | undefined
  /** How they stand with the dues of these bodies. */
  dues?: "up_to_date" | "late" | "never" | undefined
  /** Where they are at home. */
  postcodes?: readonly string[] | undefined
  left?: boolean | undefined
  sort?: "name" | "-name" | undefined
  limit: number
  /** What the last page gave as `next`. */
  after?: string | undefined
}

/**
 * People in sight, by likeness when a name is asked, else by name. Pages of names follow the last id, so that page 2000
 * costs what page 1 does; pages of a search are counted, in the 200 best.
 */
export const findPeople = async (wanted: Wanted, sight: Sight, db: Db) => {
  const bodies = bodiesOf(wanted, sight)
  const { q = "", limit, after } = wanted
  const skip = q && after ? Number.parseInt(after, 10) || 0 : 0
  const down = wanted.sort === "-name"
  const place = sql`(p.folded collate "C", p.id)`
  const few = !q && (await areFew(bodies, db))
  const fits = sql`${inSight(bodies, sight, few || Boolean(q && !q.includes("@")))} and ${within(wanted, bodies, sight)}`
  const found = q
    ? q.includes("@")
      ? sql`select p.id, 0::real as likeness from known_people(array[lower(${q})], '{}') k join people p on p.id = k.id where ${read(sight)}`
      : sql`select id, likeness from search_people(${q}, ${bodies}::uuid[], 200)`
    : sql`select p.id, 0::real as likeness from people p ${few ? sql`join (${peopleOf(bodies)}) few on few.person_id = p.id` : sql``}`
  const from =
    q || !after
      ? sql`true`
      : sql`${place} ${down ? sql`<` : sql`>`} ((select folded from people where id = ${idOf(after)}), ${idOf(after)}::uuid)`
  const order = q
    ? sql`f.likeness desc, p.folded collate "C", p.id`
    : sql`p.folded collate "C" ${down ? sql`desc` : sql`asc`}, p.id ${down ? sql`desc` : sql`asc`}`
  const { rows } = await sql<PersonLine>`
    select p.id, p.given_name || ' ' || p.family_name as name, p.family_name, p.given_name, p.left_on,
           s.reads, coalesce(h.functions, '{}') as functions, coalesce(a.affiliations, '{}') as affiliations, coalesce(r.rings, '{}') as rings,
           case when s.reads then r.dues_until end as dues_until,
           case when s.reads then p.email end as email, case when s.reads then p.phone end as phone,
           case when s.reads then p.town end as town, case when s.reads then p.post_only end as post_only
      from (select p.*, f.likeness from (${found}) f join people p on p.id = f.id
             where ${fits} and ${from} order by ${order} limit ${limit + 1} offset ${skip}) p
      cross join lateral (select ${read(sight)} as reads offset 0) s
      left join lateral (
        select array_agg(distinct case p.form when 'm' then f.name_m when 'f' then f.name_f else f.name_n end) as functions
          from mandates m join functions f on (f.organisation_id, f.id) = (m.organisation_id, m.function_id)
         where m.person_id = p.id and m.body_id = any(${bodies}::uuid[]) and ${on(sight)}) h on true
      left join lateral (
        select array_agg(distinct a.name) as affiliations
          from affiliates m join affiliations a on (a.organisation_id, a.id) = (m.organisation_id, m.affiliation_id)
         where m.person_id = p.id and m.body_id = any(${bodies}::uuid[]) and ${on(sight)}) a on true
      left join lateral (
        select array_agg(distinct m.ring) as rings, max(m.dues_until) as dues_until
          from memberships m where m.person_id = p.id and m.body_id = any(${bodies}::uuid[]) and ${on(sight)}) r on true
     order by ${sql.raw(q ? "p.likeness desc, " : "")}p.folded collate "C" ${down && !q ? sql`desc` : sql`asc`}, p.id ${down && !q ? sql`desc` : sql`asc`}`.execute(
    db,
  )
  const page = rows.slice(0, limit)
  const more = rows.length > limit
  return { rows: page, next: more ? (q ? String(skip + limit) : page.at(-1)!.id) : null }
}

/** How many are in sight, or null beyond five thousand: nobody reads that figure, and counting it costs more than the page. */
export const countPeople = async (wanted: Wanted, sight: Sight, db: Db): Promise<number | null> => {
  const bodies = bodiesOf(wanted, sight)
  const { rows: counted } = await sql<{ many: boolean }>`
    select count(*) = 5000 as many from (select from memberships where body_id = any(${bodies}::uuid[]) limit 5000) as few`.execute(
    db,
  )
  if (counted[0]!.many) return null
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from people p join (${peopleOf(bodies)}) few on few.person_id = p.id
     where ${inSight(bodies, sight, true)} and ${within(wanted, bodies, sight)}`.execute(db)
  return rows[0]!.count
}

const bodiesOf = ({ bodies }: Wanted, { reads, belongs }: Sight): string[] => {
  const all = [...new Set([...reads, ...belongs])]
  return bodies?.filter((body) => all.includes(body)) ?? all
}

// Where every body asked about may be read, being of it is being in sight. `isAmong`: the rows are already of these bodies.
const inSight = (bodies: readonly string[], sight: Sight, isAmong: boolean): RawBuilder<boolean> => {
  const ofThem = isAmong ? sql<boolean>`true` : isIn(bodies)
  return bodies.every((body) => sight.reads.includes(body)) ? ofThem : sql`${ofThem} and ${seen(sight)}`
}

const within = (
  { ring, function: key, affiliation, dues, postcodes, left = false }: Wanted,
  bodies: readonly string[],
  sight: Sight,
) => sql`
  p.erased_on is null and ${left ? sql`p.left_on < ${sight.today}::date` : sql`(p.left_on is null or p.left_on >= ${sight.today}::date)`}
  and ${ring ? sql`exists (select from memberships m where m.person_id = p.id and m.ring = ${ring} and m.body_id = any(${[...bodies]}::uuid[]) and ${on(sight)})` : sql`true`}
  and ${
    key
      ? sql`exists (select from mandates m join functions f on (f.organisation_id, f.id) = (m.organisation_id, m.function_id)
      where m.person_id = p.id and f.key = ${key} and m.body_id = any(${[...bodies]}::uuid[]) and ${on(sight)})`
      : sql`true`
  }
  and ${
    affiliation
      ? sql`exists (select from affiliates m where m.person_id = p.id and m.affiliation_id = ${affiliation}
      and m.body_id = any(${[...bodies]}::uuid[]) and ${on(sight)})`
      : sql`true`
  }
  and ${
    dues
      ? sql`exists (select from memberships m where m.person_id = p.id and m.ring = 'member' and ${standing[dues](sight)}
      and m.body_id = any(${readAmong(bodies, sight)}::uuid[]) and ${on(sight)})`
      : sql`true`
  }
  and ${postcodes ? sql`p.postcode = any(${[...postcodes]}::text[]) and ${read(sight)}` : sql`true`}`

const standing: Record<NonNullable<Wanted["dues"]>, (sight: Sight) => RawBuilder<boolean>> = {
  up_to_date: ({ today }) => sql`m.dues_until >= ${today}::date`,
  late: ({ today }) => sql`m.dues_until < ${today}::date`,
  never: () => sql`m.dues_until is null`,
}

// Nobody learns by a filter what they may not read on the line.
const readAmong = (bodies: readonly string[], { reads }: Sight) => bodies.filter((body) => reads.includes(body))

const on = ({ today }: Sight): RawBuilder<boolean> =>
  sql`m.since <= ${today}::date and (m.until is null or m.until >= ${today}::date)`

const peopleOf = (bodies: readonly string[]) => sql`
  select person_id from memberships where body_id = any(${[...bodies]}::uuid[])
  union select person_id from mandates where body_id = any(${[...bodies]}::uuid[])`

// A chapter in a federation: its few people are taken first, then sorted. The whole federation: people are walked in the
// order of the index until the page is full, past all those who are of other bodies. Left to itself the planner walks a
// million to find forty. Taking m costs about m, walking to a page of fifty 50 × n / m: what the planner knows of n will do.
const areFew = async (bodies: readonly string[], db: Db): Promise<boolean> => {
  const { rows } = await sql<{ few: boolean }>`
    with many as (select greatest(500, sqrt(50 * greatest(reltuples, 0)))::int as n from pg_class where oid = 'people'::regclass)
    select count(*) < (select n from many) as few
      from (select from memberships where body_id = any(${[...bodies]}::uuid[]) limit (select n from many)) as counted`.execute(
    db,
  )
  return rows[0]!.few
}

const idOf = (after: string) => (/^[0-9a-f-]{36}$/i.test(after) ? after : "00000000-0000-0000-0000-000000000000")
