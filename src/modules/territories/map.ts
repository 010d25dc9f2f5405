import { sql } from "kysely"
import { z } from "zod"
import type { Db } from "../../kernel/db.ts"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { isHere } from "./search.ts"
import type { Level } from "./tables.ts"

export type MapShape = {
  /** "FR/department/21", as places are picked. */
  id: string
  level: Level
  name: string
  shape: number[][][][]
  /** Those at home in the whole of it. */
  bodies: { id: string; name: string }[]
  /** How many stand on a part of it. */
  below: number
  /** Municipalities within it are drawn too. */
  opens: boolean
}

// Past this a picture is no longer looked at, but waited for. A department of France has at most nine hundred communes.
const MOST = 1500

/**
 * The map of the bodies: departments and provinces as a whole, or the municipalities of one of them. Everyone may see which bodies
 * there are.
 */
export const readMap = read({
  name: "territories.map",
  input: z.object({
    within: z
      .string()
      .regex(/^[A-Z]{2}\/[a-z]+\/[0-9A-Z]{1,6}$/, "invalid_value")
      .optional(),
  }),
  allow: isSignedIn,
  async run({ input: { within }, db }) {
    const chosen = within ? within.split("/") : undefined
    const { rows } = await shapes(chosen, db)
    const { rows: credits } = await sql<{ credit: string; vintage: Temporal.PlainDate }>`
      select credit, max(vintage) as vintage from contours where ${isHere(sql`contours`)} group by credit order by 1`.execute(
      db,
    )
    const { rows: named } = await sql<{ name: string }>`
      select name from territories where country || '/' || level || '/' || code = ${within ?? ""} and country = ${chosen?.[0] ?? ""}
         and level = ${chosen?.[1] ?? ""} and code = ${chosen?.[2] ?? ""}`.execute(db)
    return { shapes: rows.slice(0, MOST), more: rows.length > MOST, credits, within: named[0]?.name ?? null }
  },
})

// Each municipality with the places above it; then what is drawn, and who stands on it or on a part of it.
const shapes = (chosen: string[] | undefined, db: Db) =>
  sql<MapShape>`
  with recursive home as (
    select h.country, h.level, h.code, h.body_id from body_territories h
      join bodies b on (b.organisation_id, b.id) = (h.organisation_id, h.body_id) and b.closed_on is null
  ), above as (
    select country, level, code, body_id, country as up_country, level as up_level, code as up_code, 0 as steps from home
    union all
    select a.country, a.level, a.code, a.body_id, t.country, t.parent_level, t.parent_code, steps + 1
      from above a join territories t on (t.country, t.level, t.code) = (a.up_country, a.up_level, a.up_code)
     where t.parent_code is not null
  ), within as (
    select ${chosen?.[0] ?? ""} as country, ${chosen?.[1] ?? ""} as level, ${chosen?.[2] ?? ""} as code
    union
    select t.country, t.level, t.code from within w
      join territories t on (t.country, t.parent_level, t.parent_code) = (w.country, w.level, w.code) and t.valid_to is null
  ), drawn as (
    select c.country, c.level, c.code, c.shape from contours c where ${chosen ? sql`c.level = 'municipality' and (c.country, c.level, c.code) in (select country, level, code from within)` : isAtTheTop} and ${isHere(sql`c`)}
     order by c.country, c.code limit ${MOST + 1}
  ),
  -- Counted once, then joined: asked anew for each shape, a department of 360 communes took far longer.
  own as (
    select h.country, h.level, h.code, jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name) order by b.name) as bodies
      from home h join bodies b on b.id = h.body_id group by 1, 2, 3
  ), parts as (
    select up_country as country, up_level as level, up_code as code, count(distinct body_id)::int as below
      from above where steps > 0 group by 1, 2, 3
  ), opened as (select distinct country from contours where level = 'municipality')
  select d.country || '/' || d.level || '/' || d.code as id, d.level, coalesce(t.name, d.code) as name, d.shape,
         coalesce(o.bodies, '[]') as bodies, coalesce(p.below, 0) as below,
         ${chosen ? sql`false` : sql`d.level <> 'municipality' and d.country in (select country from opened)`} as opens
    from drawn d
    left join territories t on (t.country, t.level, t.code) = (d.country, d.level, d.code)
    left join own o on (o.country, o.level, o.code) = (d.country, d.level, d.code)
    left join parts p on (p.country, p.level, p.code) = (d.country, d.level, d.code)
   order by t.folded nulls last, d.code`.execute(db)

// Departments and provinces; a region where nothing smaller is drawn under it, which is Brussels, or all of a file of regions; and
// municipalities where nothing stands above them.
const isAtTheTop = sql`(c.level in ('department', 'province')
  or c.level = 'region' and not exists (
       select from contours d join territories t on (t.country, t.level, t.code) = (d.country, d.level, d.code)
        where d.country = c.country and d.level in ('department', 'province') and (t.parent_level, t.parent_code) = (c.level, c.code))
  or c.level = 'municipality' and not exists (
       select from contours d where d.country = c.country and d.level in ('department', 'province', 'region')))`
