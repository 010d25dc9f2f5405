import { type RawBuilder, sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { bodiesWhere } from "../../mandates/contract.ts"
import { type Kind, kinds, type Nature } from "../tables.ts"
import { lasts } from "./roles.ts"
import { staleBefore } from "./stale.ts"

export const counterpartFilters = z.object({
  bodyId: z.uuid().optional(),
  q: z.string().trim().max(200).optional(),
  nature: z.enum(["organisation", "person"]).optional(),
  /** Of organisations, and of those who have a role in one. */
  kind: z.enum(kinds).optional(),
  theme: z.string().max(60).optional(),
  territory: z.string().max(100).optional(),
  /** The organisation they have a role in, or itself. */
  outside: z.uuid().optional(),
  state: z.enum(["stale", "ended", "forgetting"]).optional(),
  sort: z.enum(["name", "-name", "fresh", "-fresh"]).optional(),
})

export type CounterpartLine = {
  id: string
  body_id: string
  nature: Nature
  kind: Kind | null
  name: string
  /** What they are, and where: « rédactrice, La Vesle ». */
  roles: string[]
  themes: string[]
  territory: string | null
  town: string | null
  email: string | null
  phone: string | null
  website: string | null
  last_on: Temporal.PlainDate | null
  checked_on: Temporal.PlainDate
  ended_on: Temporal.PlainDate | null
}

export type Wanted = z.output<typeof counterpartFilters> & {
  limit: number
  /** How many rows were already read, as text. */
  after?: string | undefined
}

/** Counterparts of the files that the actor reads, by likeness when words are asked, else by name. */
export const findCounterparts = async (wanted: Wanted, given: Circumstances) => {
  const { db } = given
  const bodies = await readBodies(wanted.bodyId, given)
  const skip = Math.max(0, Number.parseInt(wanted.after ?? "0", 10) || 0)
  const [fits, today] = [await within(wanted, bodies, given), dayOf(given.now)]
  const found = wanted.q
    ? sql`search_counterparts(${wanted.q}, ${bodies}::uuid[], 200) f join counterparts c on c.id = f.id`
    : sql`counterparts c`
  // The page first, then what each of its lines says.
  const { rows } = await sql<CounterpartLine>`
    select c.id, c.body_id, c.nature, c.kind, concat_ws(' ', c.given_name, c.name) as name, c.themes, c.territory, c.town, c.email,
           c.phone, c.website, c.last_on, c.checked_on, c.ended_on,
           array(select concat_ws(', ', nullif(r.title, ''), o.name) from counterpart_roles r
                   join counterparts o on (o.organisation_id, o.id) = (r.organisation_id, r.outside_id)
                  where (r.organisation_id, r.contact_id) = (c.organisation_id, c.id) and ${lasts(today)}
                  order by o.folded collate "C", r.id) as roles
      from (select c.*, ${wanted.q ? sql`f.likeness` : sql`0::real`} as likeness from ${found} where ${fits}
             order by ${order(wanted, sql`f.likeness`)} limit ${wanted.limit + 1} offset ${skip}) c
     order by ${order(wanted, sql`c.likeness`)}`.execute(db)
  return {
    rows: rows.slice(0, wanted.limit),
    next: rows.length > wanted.limit ? String(skip + wanted.limit) : null,
  }
}

/** How many, or null beyond five thousand: nobody reads that figure, and counting it costs more than the page. */
export const countCounterparts = async (wanted: Wanted, given: Circumstances): Promise<number | null> => {
  const bodies = await readBodies(wanted.bodyId, given)
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count
      from (select from counterparts c where ${await within(wanted, bodies, given)} limit 5000) as counted`.execute(
    given.db,
  )
  return rows[0]!.count < 5000 ? rows[0]!.count : null
}

/** The files the actor reads: that of a body, or all. */
export const readBodies = async (
  bodyId: string | undefined,
  { actor, db, now }: Pick<Circumstances, "actor" | "db" | "now">,
): Promise<string[]> => {
  if (!actor.personId) return []
  const { rows } = await sql<{ body_id: string }>`
    select body_id from (${bodiesWhere("counterparts.read", actor.personId, dayOf(now))}) as theirs
     where ${bodyId ?? null}::uuid is null or body_id = ${bodyId ?? null}`.execute(db)
  return rows.map(({ body_id }) => body_id)
}

const within = async (wanted: Wanted, bodies: string[], given: Circumstances): Promise<RawBuilder<boolean>> => {
  const today = dayOf(given.now)
  const { nature, kind, theme, territory, outside, state, bodyId } = wanted
  const stale = state === "stale" && bodyId ? await staleBefore(bodyId, given) : today.subtract({ months: 18 })
  return sql<boolean>`(
    ${bodies.length === 1 ? sql`c.body_id = ${bodies[0]}` : sql`c.body_id = any(${bodies}::uuid[])`}
    and ${state === "ended" ? sql`c.ended_on is not null` : sql`c.ended_on is null`}
    and ${state === "forgetting" ? sql`c.forget_on is not null` : sql`true`}
    and ${state === "stale" ? sql`c.fresh_on < ${stale}::date` : sql`true`}
    and ${nature ? sql`c.nature = ${nature}` : sql`true`}
    and ${
      kind
        ? sql`(c.kind = ${kind} or c.id in (select r.contact_id from counterpart_roles r
            join counterparts o on (o.organisation_id, o.id) = (r.organisation_id, r.outside_id)
           where o.kind = ${kind} and o.body_id = any(${bodies}::uuid[]) and ${lasts(today)}))`
        : sql`true`
    }
    and ${theme ? sql`c.themes @> array[${theme}]` : sql`true`}
    and ${territory ? isOrIsBelow(territory) : sql`true`}
    and ${
      outside
        ? sql`(c.id = ${outside} or c.id in (select r.contact_id from counterpart_roles r
           where r.outside_id = ${outside} and ${lasts(today)}))`
        : sql`true`
    })`
}

/** SQL, of a counterpart `c`: of this place, as it is written or by its official code ("BE/province/90000"), and of those below it. */
const isOrIsBelow = (territory: string): RawBuilder<boolean> => {
  const [country, level, code] = territory.split("/")
  if (!code) return sql<boolean>`c.territory = ${territory}`
  return sql<boolean>`c.territory_code in (
    with recursive below as (
      select country, level, code from territories where (country, level, code) = (${country}, ${level}, ${code})
      union
      select t.country, t.level, t.code from territories t join below b
        on t.country = b.country and t.parent_level = b.level and t.parent_code = b.code)
    select country || '/' || level || '/' || code from below)`
}

const order = ({ q, sort }: Wanted, likeness: RawBuilder<unknown>) => {
  if (q) return sql`${likeness} desc, c.folded collate "C", c.id`
  if (sort === "fresh") return sql`c.fresh_on, c.id`
  if (sort === "-fresh") return sql`c.fresh_on desc, c.id desc`
  return sort === "-name" ? sql`c.folded collate "C" desc, c.id desc` : sql`c.folded collate "C", c.id`
}
