import { sql } from "kysely"
import type { Db } from "../../../kernel/db.ts"
import type { Likened } from "./likeness.ts"

// A key that so many bear says nothing: the telephone of a secretariat, the commonest name of a federation. Whoever bears it
// still meets others by a narrower one: name and postcode, name and mailbox.
const MOST = 60

/**
 * Pairs worth comparing, set-wise: two people meet who have one key alike, never all with all. Names meet with one letter taken
 * out of either, which holds every letter wrong, missing, added or swapped with its neighbour.
 */
export const candidates = async (db: Db): Promise<{ first_id: string; second_id: string }[]> => {
  // The sorts and hashes of two million keys, in memory for this transaction.
  await sql`select set_config('work_mem', '192MB', true)`.execute(db)
  const { rows } = await sql<{ first_id: string; second_id: string }>`
    with p as materialized (select p.id, ${keyed} from people p where p.merged_into is null and p.erased_on is null),
    keys as materialized (
      select p.id, hashtextextended(k.key, 0) as key from p cross join lateral (values
        ('s ' || p.sorted), ('d ' || p.name), ('e ' || p.email), ('t ' || p.phone),
        ('f ' || p.family || '|' || p.street || '|' || p.postcode),
        ('n ' || p.sorted || '|' || p.postcode)) k(key) where k.key is not null
      union all
      select p.id, hashtextextended('d ' || left(p.name, i - 1) || substr(p.name, i + 1), 0)
        from p cross join lateral generate_series(1, length(p.name)) i),
    shared as (select key from keys group by key having count(*) between 2 and ${MOST}),
    met as materialized (select k.id, k.key from keys k join shared s on s.key = k.key)
    select distinct a.id as first_id, b.id as second_id from met a join met b on b.key = a.key and b.id > a.id
     where not exists (select from people_apart x where x.first_id = a.id and x.second_id = b.id)`.execute(db)
  return rows
}

/** The people of these pairs, as they are compared. */
export const likenedOf = async (ids: readonly string[], db: Db): Promise<Map<string, Likened>> => {
  const { rows } = await sql<Likened & { id: string }>`
    select p.id, trim(name_folded(p.given_name)) as given, trim(name_folded(p.family_name)) as family, p.form, p.created_at, ${contact}
      from people p where p.id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

// "+32 470 12 34 56", "0032470123456" and "0470/12.34.56" are one number: the last nine figures.
const contact = sql`
  nullif(lower(p.email), '') as email,
  nullif(right(regexp_replace(regexp_replace(p.phone, '\\D', '', 'g'), '^(0032|0033|32|33|0)', ''), 9), '') as phone,
  nullif(regexp_replace(trim(name_folded(p.street)), '[ ,]+', ' ', 'g'), '') as street,
  nullif(upper(regexp_replace(p.postcode, '\\W', '', 'g')), '') as postcode`

const keyed = sql`
  trim(p.folded) as name, trim(name_folded(p.family_name)) as family,
  (select string_agg(word, ' ' order by word collate "C") from unnest(string_to_array(trim(p.folded), ' ')) word where word <> '') as sorted,
  ${contact}`
