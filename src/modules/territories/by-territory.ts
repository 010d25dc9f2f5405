import { sql } from "kysely"
import { z } from "zod"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"

export type Placed = { place: string; within: string | null; bodies: { id: string; name: string }[] }

/** The bodies by where they are at home. Everyone may see which bodies there are. */
export const bodiesByTerritory = read({
  name: "territories.bodies",
  input: z.object({ q: z.string().max(100).default("") }),
  allow: isSignedIn,
  async run({ input: { q }, db }) {
    const { rows } = await sql<Placed>`
      select t.name as place, u.name as within, jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name) order by b.name) as bodies
        from body_territories h
        join bodies b on (b.organisation_id, b.id) = (h.organisation_id, h.body_id) and b.closed_on is null
        join territories t on (t.country, t.level, t.code) = (h.country, h.level, h.code)
        left join territories u on u.country = t.country and u.level = t.parent_level and u.code = t.parent_code
       where ${q} = '' or position(f_unaccent(lower(${q})) in t.folded || ' ' || coalesce(u.folded, '')) > 0
       group by t.country, t.level, t.code, t.name, t.folded, u.name order by u.name nulls first, t.folded limit 300`.execute(
      db,
    )
    return { rows }
  },
})
