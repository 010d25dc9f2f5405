import { sql } from "kysely"
import { z } from "zod"
import { read } from "../../../kernel/read.ts"
import { isSignedIn } from "../../../kernel/rule.ts"

export type TreeLine = {
  id: string
  name: string
  code: string
  /** Open bodies right under it. */
  children: number
  /** Those above it, from the top. */
  path: string[]
}

/** One level of the tree, or the bodies whose name or code is asked: five thousand are never sent at once. */
export const readTree = read({
  name: "bodies.tree",
  input: z.object({
    underId: z.uuid().nullish(),
    q: z.string().max(200).optional(),
    limit: z.int().min(1).max(500).default(500),
  }),
  allow: isSignedIn,
  async run({ input: { underId, q = "", limit }, db }) {
    const which = q.trim()
      ? sql`position(f_unaccent(lower(${q.trim()})) in f_unaccent(lower(concat_ws(' ', b.name, b.code)))) > 0`
      : underId
        ? sql`b.parent_id = ${underId}`
        : sql`b.parent_id is null`
    const { rows } = await sql<TreeLine>`
      select b.id, b.name, b.code,
             (select count(*)::int from bodies c where c.parent_id = b.id and c.closed_on is null) as children,
             array(select u.name from bodies u where u.id = any(b.line) and u.id <> b.id order by cardinality(u.line)) as path
        from (select * from bodies b where ${which} and b.closed_on is null
               order by f_unaccent(lower(b.name)), b.id limit ${limit + 1}) b
       order by f_unaccent(lower(b.name)), b.id`.execute(db)
    return { rows: rows.slice(0, limit), more: rows.length > limit }
  },
})
