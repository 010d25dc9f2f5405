import type pg from "pg"
import type { World } from "../tests/world.ts"

/**
 * A federation of `size` bodies under Lisle: ten regions, ten provinces in each, the rest chapters, each at home in a municipality of
 * a country with its postcodes. Amina keeps the file of all of them. Made by the owner, one statement for each kind of row.
 */
export const fillBodies = async (owner: pg.Client, w: World, size: number): Promise<void> => {
  await owner.query(
    `create temporary table made as
       with region as (select gen_random_uuid() as id, n from generate_series(1, 10) n),
            province as (select gen_random_uuid() as id, r.id as parent_id, (r.n - 1) * 10 + g.i as n from region r, generate_series(1, 10) as g(i))
       select id, $1::uuid as parent_id, array[region.id, $1::uuid] as line, 'regional' as kind, region.n from region
       union all select p.id, p.parent_id, array[p.id, p.parent_id, $1], 'provincial', n from province p
       union all select c.id, p.id, array[c.id, p.id, p.parent_id, $1], 'chapter', c.n
         from (select gen_random_uuid() as id, n from generate_series(1, $2::int - 111) n) c join province p on p.n = 1 + c.n % 100`,
    [w.lisle, size],
  )
  await owner.query(
    `insert into bodies (organisation_id, id, parent_id, line, kind, name, code, profile, means, country, zone)
     select b.organisation_id, m.id, m.parent_id, m.line, m.kind, m.kind || ' ' || m.n, upper(left(m.kind, 1)) || m.n, b.profile, b.means, b.country, b.zone
       from made m, bodies b where b.id = $1`,
    [w.lisle],
  )
  await owner.query("update bodies set parent_id = $1, line = array[id, $1::uuid] where id = $2", [w.lisle, w.brume])
  await owner.query(
    `insert into territories (country, level, code, name, parent_level, parent_code, postcodes, source, vintage)
     select 'BE', 'province', 'p' || n, 'Province ' || n, null, null, '{}'::text[], 'bench', date '2026-01-01' from made where kind = 'provincial'
     union all select 'BE', 'municipality', 'm' || n, 'Commune ' || n, 'province', 'p' || (1 + n % 100), array[(10000 + n)::text], 'bench', date '2026-01-01'
       from made where kind = 'chapter'`,
  )
  const { rows } = await owner.query<{ id: string }>(
    `insert into functions (organisation_id, id, body_id, key, name_m, name_f, name_n, capabilities, reach)
     values ($1, gen_random_uuid(), $2, 'federal', 'Fédéral', 'Fédérale', 'Fédéral·e', '{people.read,people.manage,dues.read,privacy.manage}', 'below') returning id`,
    [w.organisation, w.lisle],
  )
  await owner.query(
    `insert into mandates (organisation_id, id, person_id, function_id, body_id, since, origin)
     values ($1, gen_random_uuid(), $2, $3, $4, '2025-01-01', 'vote')`,
    [w.organisation, w.amina, rows[0]!.id, w.lisle],
  )
}
