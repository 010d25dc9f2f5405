// One organisation of 10 000 and of 1 000 000 people (`ROWS` for others) in 5 000 bodies: the list as somebody who keeps the whole
// file asks it, its filters, its statistics, one chapter of it; then the nightly conservation. Aim: 50 ms at the database, and at a
// million no more than twice the time at ten thousand. `FROZEN` people (100 000) in one body: the roll, frozen.
import pg from "pg"
import { sql } from "kysely"
import { inOrganisation } from "../src/kernel/db.ts"
import { system } from "../src/kernel/job.ts"
import { listDues } from "../src/modules/members/dues/list.ts"
import { freezeRoll } from "../src/modules/members/roll/freeze.ts"
import { readStatistics } from "../src/modules/members/statistics/read.ts"
import { listPeople } from "../src/modules/people/list.ts"
import { runRetention } from "../src/modules/privacy/retention/nightly.ts"
import { readGrid } from "../src/modules/skills/grid/grid.ts"
import { world } from "../tests/world.ts"
import { fillBodies } from "./many-bodies.ts"
import { fillPeople } from "./realistic-people.ts"

// Everybody of one chapter said what they can do, one in ten of them of accounts.
const skilled = `with theme as (
    insert into skill_themes (organisation_id, id, body_id, name, position) values ($1, gen_random_uuid(), $2, 'Argent', 1) returning id),
  skill as (
    insert into skills (organisation_id, id, body_id, theme_id, name, position)
    select $1, gen_random_uuid(), $2, theme.id, name, n from theme, unnest(array['Comptabilité', 'Trésorerie']) with ordinality as s(name, n) returning id, name),
  someone as (select person_id as id, row_number() over () as n from memberships where body_id = $2),
  sheet as (insert into skill_sheets (organisation_id, id, body_id, person_id, confirmed_on, said_by, means)
    select $1, gen_random_uuid(), $2, id, '2026-01-01', id, 'form' from someone)
  insert into person_skills (organisation_id, skill_id, person_id, level)
  select $1, skill.id, someone.id, 'well' from skill, someone where someone.n % 10 = 0 or someone.n = 1 returning skill_id as id`

// They were last heard of nine years ago.
const old = `with gone as (update people set created_at = '2015-01-01' where id in (select person_id from memberships limit $1) returning id)
  update memberships set since = '2015-01-01', until = '2017-01-01' where person_id in (select id from gone)`

const sizes = (process.env["ROWS"] ?? "10000,1000000").split(",").map(Number)
const FROZEN = Number(process.env["FROZEN"] ?? 100_000)
const ROUNDS = Number(process.env["ROUNDS"] ?? 9)
const table: Record<string, Record<string, number | string>> = {}
for (const size of sizes) {
  const w = await world()
  const owner = new pg.Client(w.owner)
  await owner.connect()
  await owner.query(`select set_config('app.org', $1, false)`, [w.organisation])
  await fillBodies(owner, w, 5000)
  await fillPeople(w, 0, size, { spread: true })
  const { rows } = await owner.query<{ chapter: string; last: string }>(
    `select (select id from bodies where code = 'C7') as chapter,
            (select id from people order by folded collate "C" desc offset 400 limit 1) as last`,
  )
  const { chapter, last } = rows[0]!
  const { rows: skills } = await owner.query<{ id: string }>(skilled, [w.organisation, chapter])
  await owner.query("analyze")
  const { amina } = w.people
  const all = { bodyId: w.lisle, where: "below" }
  const list = (more: object) => () => w.ask(listPeople, { ...all, ...more }, amina)
  const asked: Record<string, () => Promise<unknown>> = {
    "a bare page, ordered by name": () =>
      inOrganisation(w.db, w.organisation, (tx) =>
        sql`select id, given_name, family_name from people order by folded collate "C", id limit 51`.execute(tx),
      ),
    "list, all": list({}),
    "list, its last pages": list({ after: last }),
    "list of one chapter": () => w.ask(listPeople, { bodyId: chapter }, amina),
    "a name": list({ q: "lefèvre marie" }),
    "a name with a typo": list({ q: "lefevbre marie" }),
    "ring, frequent: members": list({ ring: "member" }),
    "ring, rare: supporters": list({ ring: "supporter" }),
    "ring of nobody: former": list({ ring: "former" }),
    "ring of nobody, in a chapter": () => w.ask(listPeople, { bodyId: chapter, ring: "former" }, amina),
    "function of one person": list({ function: "federal" }),
    "left the organisation": list({ left: true }),
    "dues late": list({ dues: "late" }),
    "dues late, in a chapter": () => w.ask(listDues, { bodyId: chapter, state: "late" }, amina),
    "territory: a municipality": list({ territory: "BE/municipality/m7" }),
    "territory: a province": list({ territory: "BE/province/p7" }),
    "a skill, in a chapter": () => w.ask(readGrid, { bodyId: chapter, skillId: skills[0]!.id }, amina),
    "statistics of a chapter": () => w.ask(readStatistics, { bodyId: chapter }, amina),
    "statistics of all": () => w.ask(readStatistics, { bodyId: w.lisle, where: "below" }, amina),
  }
  for (const [what, once] of Object.entries(asked)) put(what, size, await median(once))
  const nightly = () => w.look((db) => runRetention({ ...w.equipment, db, now: w.now, actor: system(w.organisation) }))
  put("conservation, a night", size, await timed(nightly))
  await owner.query(old, [Math.round(size / 100)])
  put("conservation, one in a hundred gone long ago", size, await timed(nightly))
  await owner.end()
  await w.end()
}

const w = await world()
await fillPeople(w, 0, FROZEN)
const roll = { bodyId: w.lisle, title: "Assemblée", onDay: "2026-05-02", rule: { who: "members" } }
put(`roll of ${FROZEN}, frozen`, FROZEN, await timed(() => w.do(freezeRoll, roll, w.people.amina)))
await w.end()
for (const row of Object.values(table)) {
  const [few, many] = sizes.map((size) => row[`${size}, ms`])
  if (typeof few === "number" && typeof many === "number") row["times"] = Math.round((many / few) * 10) / 10
}
console.table(table)

function put(what: string, size: number, ms: number) {
  table[what] = { ...table[what], [`${size}, ms`]: ms }
}

async function timed(once: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await once()
  return Math.round((performance.now() - begun) * 10) / 10
}

async function median(once: () => Promise<unknown>): Promise<number> {
  await once()
  const times: number[] = []
  // What takes seconds is not asked nine times.
  for (let round = 0, spent = 0; round < ROUNDS && spent < 5000; round++) {
    times.push(await timed(once))
    spent += times.at(-1)!
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!
}
