import { type RawBuilder, sql } from "kysely"
import type { Db } from "../../kernel/db.ts"
import { isAmong, isIn, isOneOf, readsContact as read, type Scope, type Sight } from "../mandates/contract.ts"

export type Wanted = {
  q?: string | undefined
  /** The bodies asked about; undefined: every body in sight. */
  at?: Scope | undefined
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
 * One thing by which people are narrowed: `some` is SQL for all whom it leaves (`person_id`), `is` a condition on `p`. `inOrder`,
 * where an index has them so, is SQL for those whom it leaves as they come by name (`person_id`, `folded`). `ahead` is as many of the
 * first of them as are asked, whatever else is true of them: cheaper, and enough where nearly all fit.
 */
export type Narrowing = {
  some: RawBuilder<unknown>
  is: RawBuilder<boolean>
  inOrder?: (page: PageWanted) => RawBuilder<unknown>
  ahead?: (page: Omit<PageWanted, "fits">) => RawBuilder<unknown>
}

/** A page by name: what else must be true of `p`, where it begins, which way it goes and how far. */
export type PageWanted = {
  fits: RawBuilder<unknown>
  begins: (folded: RawBuilder<unknown>, id: RawBuilder<unknown>) => RawBuilder<unknown>
  way: RawBuilder<unknown>
  limit: number
}

/** What leaves some of all people, the bodies asked about first. */
export const narrowings = (wanted: Wanted, scope: Scope, sight: Sight): Narrowing[] => {
  const { ring, function: key, affiliation, dues, postcodes, left } = wanted
  const { today } = sight
  return [
    {
      some: sql`select person_id from memberships where ${isOneOf(scope, sql`body_id`)}
        union all select person_id from mandates where ${isOneOf(scope, sql`body_id`)}`,
      is: isIn(scope),
    },
    ...(ring
      ? [{ ...rows(sql`memberships m`, sql`m.ring = ${ring}`, scope, sight), inOrder: ofRing(ring, scope, sight) }]
      : []),
    ...(key ? [rows(ofFunctions, sql`f.key = ${key}`, scope, sight)] : []),
    ...(affiliation ? [rows(sql`affiliates m`, sql`m.affiliation_id = ${affiliation}`, scope, sight)] : []),
    ...(dues ? [readRows(sql`memberships m`, sql`m.ring = 'member' and ${standing[dues](today)}`, scope, sight)] : []),
    ...(postcodes
      ? [
          {
            some: sql`select id as person_id from people where postcode = any(${[...postcodes]}::text[])`,
            is: sql<boolean>`(p.postcode = any(${[...postcodes]}::text[]) and ${read(sight)})`,
            inOrder: atHome(postcodes),
            ahead: (page: Omit<PageWanted, "fits">) => sql`
              select * from (${atHome(postcodes)({ ...page, fits: sql`true` })}) s
               order by folded collate "C" ${page.way}, person_id ${page.way} limit ${page.limit}`,
          },
        ]
      : []),
    ...(left
      ? [{ some: sql`select id as person_id from people where left_on < ${today}::date`, is: sql<boolean>`true` }]
      : []),
  ]
}

const ofRing =
  (ring: string, scope: Scope, sight: Sight) =>
  ({ begins, way }: PageWanted) =>
    sql`
    select distinct on (m.folded collate "C", m.person_id) m.person_id, m.folded from memberships m
     where m.ring = ${ring} and ${isAmong(scope, sql`m.body_id`)} and ${on(sight)}
       and ${begins(sql`m.folded`, sql`m.person_id`)}
     order by m.folded collate "C" ${way}, m.person_id ${way}`

// A page of each postcode, of which the page is then taken: a province has a few dozen.
const atHome =
  (postcodes: readonly string[]) =>
  ({ fits, begins, way, limit }: PageWanted) =>
    sql`
    select c.id as person_id, c.folded from unnest(${[...postcodes]}::text[]) as z (code)
      cross join lateral (
        select p.id, p.folded from people p
         where p.postcode = z.code and ${fits} and ${begins(sql`p.folded`, sql`p.id`)}
         order by p.folded collate "C" ${way}, p.id ${way} limit ${limit}) c`

/**
 * The narrowing that leaves few enough to take them first and sort them; none: people are walked in the order of the index until
 * the page is full, past all those who do not fit. Left to itself the planner walks a million to find forty. Taking m costs about m,
 * walking to a page of fifty 50 × n / m: what the planner knows of n will do.
 */
export const fewest = async (all: readonly Narrowing[], db: Db, most?: number): Promise<Narrowing | undefined> => {
  for (const one of all) {
    // Those that come by name are not many to walk, however few they are.
    const walked = one.inOrder ? sql`500` : sql`greatest(500, sqrt(50 * greatest(reltuples, 0)))`
    const few = most === undefined ? walked : sql`${most}::int`
    const { rows: counted } = await sql<{ few: boolean }>`
      with many as (select ${few}::int as n from pg_class where oid = 'people'::regclass)
      select count(*) < (select n from many) as few
        from (select from (${one.some}) s limit (select n from many)) as counted`.execute(db)
    if (counted[0]!.few) return one
  }
  return undefined
}

export const on = ({ today }: Sight): RawBuilder<boolean> =>
  sql`m.since <= ${today}::date and (m.until is null or m.until >= ${today}::date)`

/** Rows `m` of something that lasts, in the bodies asked about, in force today. */
const rows = (table: RawBuilder<unknown>, which: RawBuilder<boolean>, scope: Scope, sight: Sight): Narrowing => ({
  some: sql`select m.person_id from ${table} where ${which} and ${isOneOf(scope, sql`m.body_id`)} and ${on(sight)}`,
  // "offset 0": asked of each person by the index, not by gathering every member first.
  is: sql<boolean>`exists (select from ${table} where m.person_id = p.id and ${which} and ${isAmong(scope, sql`m.body_id`)} and ${on(sight)} offset 0)`,
})

// Nobody learns by a filter what they may not read on the line.
const readRows = (table: RawBuilder<unknown>, which: RawBuilder<boolean>, scope: Scope, sight: Sight): Narrowing =>
  rows(table, sql`${which} and ${isAmong(sight.reads, sql`m.body_id`)}`, scope, sight)

const ofFunctions = sql`mandates m join functions f on (f.organisation_id, f.id) = (m.organisation_id, m.function_id)`

const standing: Record<NonNullable<Wanted["dues"]>, (today: Temporal.PlainDate) => RawBuilder<boolean>> = {
  up_to_date: (today) => sql`m.dues_until >= ${today}::date`,
  late: (today) => sql`m.dues_until < ${today}::date`,
  never: () => sql`m.dues_until is null`,
}
