// Who can do what, in one body of `size` people who all answered, and in the body next door where two hundred of its ten thousand
// did: each said something of six of twenty-five skills. The first page of the grid and a later one, one theme, one skill, what
// hangs on one person, and whom to ask. The aim is 50 ms for a page of the grid at ten thousand, and no more than twice that at a
// million (ROWS).
import { listSkills } from "../src/modules/skills/list/list.ts"
import { beginSkills } from "../src/modules/skills/list/begin.ts"
import { readGaps } from "../src/modules/skills/grid/gaps.ts"
import { readGrid } from "../src/modules/skills/grid/grid.ts"
import { whoToAsk } from "../src/modules/skills/grid/who.ts"
import pg from "pg"
import { world } from "../tests/world.ts"
import { fillPeople } from "./realistic-people.ts"

const sizes = (process.env["ROWS"] ?? "10000,100000").split(",").map(Number)
const ROUNDS = Number(process.env["ROUNDS"] ?? 15)

const w = await world()
const next = await w.holding(["people.manage", "people.read"], w.brume)
await w.do(beginSkills, { bodyId: w.lisle }, w.people.amina)
await w.do(beginSkills, { bodyId: w.brume }, next)
const { rows: skills } = await w.ask(listSkills, { bodyId: w.lisle }, w.people.amina)
const rare = skills.at(-1)!
let filled = 0
const table = []
for (const size of sizes) {
  await fillPeople(w, filled, size)
  await answer(w.lisle, 1)
  await answer(w.brume, 50)
  filled = size
  const bodyId = w.lisle
  const first = await w.ask(readGrid, { bodyId }, w.people.amina)
  const after = (await w.ask(readGrid, { bodyId, skillId: rare.id, limit: 1 }, w.people.amina)).rows[0]!.id
  table.push({
    answered: size,
    "grid, ms": await median(() => w.ask(readGrid, { bodyId }, w.people.amina)),
    "further on, ms": await median(() => w.ask(readGrid, { bodyId, after }, w.people.amina)),
    "as a member, ms": await median(() => w.ask(readGrid, { bodyId }, w.people.dario)),
    "one theme, ms": await median(() => w.ask(readGrid, { bodyId, themeId: first.themes[0]!.id }, w.people.amina)),
    "a common skill, ms": await median(() => w.ask(readGrid, { bodyId, skillId: skills[0]!.id }, w.people.amina)),
    "a rare skill, ms": await median(() => w.ask(readGrid, { bodyId, skillId: rare.id }, w.people.amina)),
    "few of many, ms": await median(() => w.ask(readGrid, { bodyId: w.brume }, next)),
    "few, one theme, ms": await median(() => w.ask(readGrid, { bodyId: w.brume, themeId: first.themes[0]!.id }, next)),
    "gaps, ms": await median(() => w.ask(readGaps, { bodyId }, w.people.amina)),
    "whom to ask, ms": await median(() => w.ask(whoToAsk, { skillId: skills[0]!.id }, w.people.amina)),
  })
}
console.table(table)
await w.end()

/**
 * One in `each` of those who said nothing yet answers: common skills are said by one in four, the last one by one in a thousand; a
 * third share it. Next door the first ten thousand are of the body too.
 */
async function answer(bodyId: string, each: number): Promise<void> {
  const owner = new pg.Client(w.owner)
  await owner.connect()
  await owner.query(`select set_config('app.org', $1, false)`, [w.organisation])
  if (bodyId !== w.lisle)
    await owner.query(
      `insert into memberships (organisation_id, id, person_id, body_id, ring, since)
       select $1, gen_random_uuid(), m.person_id, $2, 'member', '2025-01-01' from memberships m
        where m.body_id = $3 and not exists (select from memberships b where b.body_id = $2 and b.since = '2025-01-01')
        order by m.person_id limit 10000`,
      [w.organisation, bodyId, w.lisle],
    )
  await owner.query(
    `insert into skill_sheets (organisation_id, id, body_id, person_id, asked_on, confirmed_on, said_by, means, slots, shared)
     select $1, gen_random_uuid(), $2, m.person_id, '2026-03-01', '2026-03-02', m.person_id, 'form', array['4e', '6m'],
            hashtext(m.person_id::text) % 3 = 0
       from memberships m
      where m.organisation_id = $1 and m.body_id = $2 and abs(hashtext(m.person_id::text) / 3) % $3::int = 0
     on conflict do nothing`,
    [w.organisation, bodyId, each],
  )
  await owner.query(
    `insert into person_skills (organisation_id, skill_id, person_id, level, wants)
     select $1, k.id, h.person_id, (array['some', 'well', 'teaches'])[1 + abs(hashtext(h.person_id::text || k.id)) % 3], false
       from skill_sheets h, skills k
      where h.organisation_id = $1 and h.body_id = $2 and k.body_id = $2
        and abs(hashtext(k.id || h.person_id::text)) % 1000 < case when k.id = $3 then 1 else 250 end
     on conflict do nothing`,
    [w.organisation, bodyId, rare.id],
  )
  for (const table of ["memberships", "skill_sheets", "person_skills"]) await owner.query(`vacuum analyze ${table}`)
  await owner.end()
}

async function median(once: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now()
    await once()
    times.push(performance.now() - begun)
  }
  return Math.round(times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)]! * 10) / 10
}
