import { sql } from "kysely"
import type { Db } from "../../kernel/db.ts"

/** The postcodes of a place and of all under it, as people write them: "5000", "B-5000". */
export const postcodesOf = async (territory: string, db: Db): Promise<string[]> => {
  const [country, level, code] = territory.split("/")
  const { rows } = await sql<{ postcode: string }>`
    with recursive place as (
      select country, level, code, postcodes from territories where (country, level, code) = (${country}, ${level}, ${code})
      union
      select t.country, t.level, t.code, t.postcodes from territories t
        join place p on (t.country, t.parent_level, t.parent_code) = (p.country, p.level, p.code))
    select distinct unnest(postcodes) as postcode from place`.execute(db)
  return rows.flatMap(({ postcode }) => [postcode, `${country === "BE" ? "B" : "F"}-${postcode}`])
}

/**
 * The places by which the people of a body can be narrowed: where it and the bodies under it are at home, and what those are made
 * of or lie in. Of too many, the larger ones.
 */
export const placesOf = async (bodyId: string, db: Db): Promise<{ id: string; name: string }[]> => {
  const { rows } = await sql<{ id: string; name: string; level: string }>`
    with home as (
      select distinct t.country, t.level, t.code, t.parent_level, t.parent_code, h.body_id = ${bodyId} as own
        from bodies b join body_territories h on (h.organisation_id, h.body_id) = (b.organisation_id, b.id)
        join territories t on (t.country, t.level, t.code) = (h.country, h.level, h.code)
       where b.line @> array[${bodyId}]::uuid[] and b.closed_on is null),
    place as (
      select country, level, code from home
      union select country, parent_level, parent_code from home where parent_code is not null
      union select t.country, t.level, t.code from territories t
        join home h on h.own and (t.country, t.parent_level, t.parent_code) = (h.country, h.level, h.code) and t.valid_to is null)
    select t.country || '/' || t.level || '/' || t.code as id, t.name, t.level
      from place join territories t using (country, level, code) order by t.folded, t.code`.execute(db)
  const shown = rows.length > MOST ? rows.filter(({ level }) => level !== "municipality") : rows
  return shown.slice(0, MOST).map(({ id, name }) => ({ id, name }))
}

// A list to choose from; nobody reads more.
const MOST = 100
