import { type RawBuilder, sql } from "kysely"
import { z } from "zod"
import type { Db } from "../../kernel/db.ts"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import type { Level } from "./tables.ts"

export type Place = {
  /** Country, level and code in one, for fields that pick by an id: "BE/municipality/58001". */
  id: string
  country: string
  level: Level
  code: string
  name: string
  /** Of the place above. */
  parent: string | null
  postcodes: string[]
  /** Found by the name or the code of what it was before. */
  was: string | null
}

/** Places whose name begins so, or of that postcode or official code. What is no more leads to what took its place. */
export const searchTerritories = read({
  name: "territories.search",
  input: z.object({ q: z.string().max(100).default(""), limit: z.int().min(1).max(50).default(10) }),
  allow: isSignedIn,
  async run({ input: { q, limit }, db }) {
    const asked = q.trim()
    return { rows: asked.length < 2 ? [] : await placesFor(asked, limit, db) }
  },
})

/** SQL, of a row with a country: the country of the example, which is none, is seen by the example only. */
export const isHere = (row: RawBuilder<unknown>) => sql<boolean>`(
  ${row}.country <> 'XX' or exists (select from organisations where settings @> '{"example": true}'))`

const placesFor = async (asked: string, limit: number, db: Db): Promise<Place[]> => {
  const begins = `${asked.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const { rows } = await sql<Place>`
    select distinct on (rank, n.folded, n.country, n.level, n.code) n.country || '/' || n.level || '/' || n.code as id,
           n.country, n.level, n.code, n.name, u.name as parent, n.postcodes, case when t.became is not null then t.name end as was
      from (select *, case when folded = f_unaccent(lower(${asked})) or ${asked} = any(postcodes) or code = ${asked} then 0 else 1 end as rank
              from territories
             where (folded like f_unaccent(lower(${begins})) or postcodes @> array[${asked}] or code = ${asked}) and ${isHere(sql`territories`)}
             order by rank, level desc, folded limit 200) t
      join territories n on n.country = t.country and n.level = t.level and n.code = coalesce(t.became, t.code) and n.valid_to is null
      left join territories u on u.country = n.country and u.level = n.parent_level and u.code = n.parent_code
     order by rank, n.folded, n.country, n.level, n.code limit ${limit}`.execute(db)
  return rows
}
