// Five thousand bodies (`ROWS` for another number): federal, regions, provinces, chapters, groups; each with its rulebook, its
// functions and five mandates. What the pages of bodies read, beside the barest query that could answer.
import { sql } from "kysely"
import { inOrganisation } from "../src/kernel/db.ts"
import { withClient } from "../src/kernel/postgres/bootstrap.ts"
import { explainRight } from "../src/modules/mandates/explain.ts"
import { reasons } from "../src/modules/mandates/rights.ts"
import { sightOf } from "../src/modules/mandates/sight.ts"
import { waiting } from "../src/modules/mandates/waiting.ts"
import { listBodies } from "../src/modules/secretariat/bodies/list.ts"
import { readBody } from "../src/modules/secretariat/bodies/read.ts"
import { readTree } from "../src/modules/secretariat/bodies/tree.ts"
import { foreseeRule } from "../src/modules/secretariat/rulebook/foresee.ts"
import { readRulebook } from "../src/modules/secretariat/rulebook/read.ts"
import { bodiesByTerritory } from "../src/modules/territories/by-territory.ts"
import { readMap } from "../src/modules/territories/map.ts"
import { type World, world } from "../tests/world.ts"

const rows = Number(process.env["ROWS"] ?? 5000)
const ROUNDS = Number(process.env["ROUNDS"] ?? 15)
const AIM = 50

const w = await world()
await fill(w, rows)
const { chapter, region } = await somewhere(w)
const amina = w.people.amina
const many = await inFiveMandates(w)
const on = Temporal.PlainDate.from("2026-05-02")
const given = <T>(work: (db: Parameters<Parameters<typeof inOrganisation>[2]>[0]) => Promise<T>) =>
  inOrganisation(w.db, w.organisation, work)

const bare = await median(() => given((db) => sql`select id, name from bodies where id = ${chapter}`.execute(db)))
const asked: Record<string, () => Promise<unknown>> = {
  "tree, the top": () => w.ask(readTree, {}, amina),
  "tree, under a region": () => w.ask(readTree, { underId: region }, amina),
  "tree, by name": () => w.ask(readTree, { q: "locale 77" }, amina),
  "list of all": () => w.ask(listBodies, {}, amina),
  "page of a chapter": () => w.ask(readBody, { bodyId: chapter }, amina),
  "page of a region": () => w.ask(readBody, { bodyId: region }, amina),
  "page of the top": () => w.ask(readBody, { bodyId: w.lisle }, amina),
  "rulebook of a chapter": () => w.ask(readRulebook, { bodyId: chapter }, amina),
  "what changes if, for all below": () =>
    w.ask(
      foreseeRule,
      { bodyId: w.lisle, key: "be.locale.notice.statutory", value: "21", validFrom: "2026-06-01" },
      amina,
    ),
  "rights of a person in five mandates": () => given((db) => reasons({ personId: many.personId!, on }, db)),
  "may they, and why, in a chapter": () =>
    w.ask(explainRight, { bodyId: chapter, capability: "confidential.read" }, amina),
  "whom somebody above sees": () => given((db) => sightOf({ actor: amina, db, now: w.now })),
  "what waits for somebody above": () => given((db) => waiting({ ...w.equipment, actor: amina, db, now: w.now })),
  "bodies by place": () => w.ask(bodiesByTerritory, {}, amina),
  "map, whole": () => w.ask(readMap, {}, amina),
  "map, one department": () => w.ask(readMap, { within: "FR/department/07" }, amina),
}
console.log(`${rows} bodies; the barest look at one: ${bare} ms; aim: ${AIM} ms`)
for (const [what, once] of Object.entries(asked)) {
  const ms = await median(once)
  console.log(`${what}: ${ms} ms, ${Math.round(ms / bare)} times the barest${ms > AIM ? ", over" : ""}`)
}
await w.end()

async function median(once: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now()
    await once()
    times.push(performance.now() - begun)
  }
  return Math.round(times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)]! * 10) / 10
}

/** A tree under Lisle, which is the federal body here: five regions, forty provinces, one chapter for two bodies, groups under them. */
async function fill(it: World, count: number) {
  await withClient(it.owner, async (client) => {
    await client.query("select set_config('app.org', $1, false)", [it.organisation])
    await client.query(`create temporary table made as
      select n, gen_random_uuid() as id, case when n <= 5 then 0 when n <= 45 then 1 when n <= ${count} / 2 then 2 else 3 end as depth
        from generate_series(1, ${count}::int) n`)
    await client.query(`alter table made add column up uuid, add column line uuid[], add column place text`)
    await client.query(`update made set up = '${it.lisle}', line = array['${it.lisle}'::uuid, id] where depth = 0`)
    for (const [depth, first, width] of [
      [1, 1, 5],
      [2, 6, 40],
      [3, 46, Math.max(1, Math.floor(count / 2) - 45)],
    ])
      await client.query(`update made m set up = u.id, line = u.line || m.id from made u
                 where m.depth = ${depth} and u.n = ${first} + m.n % ${width}`)
    await client.query(`insert into bodies (organisation_id, id, parent_id, line, kind, name, code, profile, means, country, zone)
      select current_org(), id, up, line, 'chapter', 'Locale ' || n, 'B' || n, 'be-wallonia-chapter', 'party', 'BE', 'Europe/Brussels'
        from made`)
    await client.query(`insert into rules
      select (r).* from (select jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'body_id', m.id)) as r
                           from rules r cross join made m where r.body_id = '${it.lisle}') x`)
    await client.query(`insert into functions
      select (f).* from (select jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid(), 'body_id', m.id)) as f
                           from functions f cross join made m where f.body_id = '${it.lisle}') x`)
    await client.query(`insert into people (organisation_id, id, given_name, family_name, form, email)
      select current_org(), gen_random_uuid(), 'Prénom ' || n, 'Nom ' || n, 'n', 'n' || n || '@rives.example' from made`)
    await client.query(`insert into mandates (organisation_id, id, person_id, function_id, body_id, since, origin)
      select current_org(), gen_random_uuid(), p.id, f.id, f.body_id, '2024-01-01', 'vote'
        from (select id, body_id, row_number() over (partition by body_id order by key) as nth,
                     dense_rank() over (order by body_id) as body from functions where body_id in (select id from made)) f
        join (select id, row_number() over (order by id) as n from people where organisation_id = current_org()) p on p.n = 1 + (f.body * 5 + f.nth) % ${count}
       where f.nth <= 5`)
    await client.query(`insert into memberships (organisation_id, id, person_id, body_id, ring, since)
      select current_org(), gen_random_uuid(), person_id, body_id, 'member', '2024-01-01' from mandates where organisation_id = current_org()`)
    // Whoever is above looks after all that is below.
    await client.query(`update functions set reach = 'below' where body_id = '${it.lisle}'`)
    await client.query(`insert into body_territories (organisation_id, body_id, country, level, code)
      select current_org(), id, 'FR', 'municipality', lpad((n % 96 + 1)::text, 2, '0') || lpad((n % 350 + 1)::text, 3, '0')
        from made where depth = 2`)
    await client.query(`insert into territories (country, level, code, name, parent_level, parent_code, source, vintage)
      select 'FR', 'department', lpad(d::text, 2, '0'), 'Département ' || d, null, null, 'bench', '2026-01-01'::date from generate_series(1, 96) d
      union all
      select 'FR', 'municipality', lpad(d::text, 2, '0') || lpad(c::text, 3, '0'), 'Commune ' || d || ' ' || c, 'department',
             lpad(d::text, 2, '0'), 'bench', '2026-01-01'::date from generate_series(1, 96) d, generate_series(1, 360) c`)
    await client.query(`insert into contours (country, level, code, shape, derived, source, credit, vintage)
      select country, level, code, (select jsonb_build_array(jsonb_build_array(jsonb_agg(jsonb_build_array(round((2 + cos(n / 20.0))::numeric, 4), round((47 + sin(n / 20.0))::numeric, 4)))))
               from generate_series(1, case level when 'municipality' then 40 else 160 end) n), false, 'bench', 'bench', vintage from territories
       where level = 'department' or parent_code <= '10'`)
    await client.query("analyze")
  })
}

async function somewhere(it: World) {
  const { rows: found } = await it.look((db) =>
    sql<{ chapter: string; region: string }>`
      select (select id from bodies where name = 'Locale 777') as chapter, (select id from bodies where name = 'Locale 3') as region`.execute(
      db,
    ),
  )
  return found[0]!
}

async function inFiveMandates(it: World) {
  const { rows: found } = await it.look((db) =>
    sql<{ person_id: string }>`select person_id from mandates group by person_id having count(*) >= 5 limit 1`.execute(
      db,
    ),
  )
  return it.as(found[0]!.person_id)
}
