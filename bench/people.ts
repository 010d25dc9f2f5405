// The list of people and the search by name, at ROWS people (10 000 and 100 000 unless told; 1 000 000 takes some minutes to fill).
import { sql } from "kysely"
import pg from "pg"
import { inOrganisation } from "../src/kernel/db.ts"
import { listPeople } from "../src/modules/people/list.ts"
import { pickPeople } from "../src/modules/people/pick.ts"
import { world } from "../tests/world.ts"

const sizes = (process.env["ROWS"] ?? "10000,100000").split(",").map(Number)
const ROUNDS = 20
const w = await world()
let filled = 0
const results = []
for (const size of sizes) {
  await inOrganisation(w.db, w.organisation, async (tx) => {
    await sql`
      with made as (
        insert into people (organisation_id, id, family_name, given_name, form, email)
        select ${w.organisation}, gen_random_uuid(), initcap(substr(md5((n * 7)::text), 1, 7)), initcap(substr(md5(n::text), 1, 5)), 'n',
               'p' || n || '@lisle.example'
          from generate_series(${filled + 1}::int, ${size}::int) n returning id)
      insert into memberships (organisation_id, id, person_id, body_id, ring, since)
      select ${w.organisation}, gen_random_uuid(), id, ${w.lisle}, 'member', '2025-01-01' from made`.execute(tx)
    filled = size
  })
  const analyse = new pg.Client(w.owner)
  await analyse.connect()
  await analyse.query("analyze people; analyze memberships")
  await analyse.end()
  const listed = await median(() => w.ask(listPeople, { bodyId: w.lisle }, w.people.amina))
  const found = await median(() => w.ask(pickPeople, { q: "bel" }, w.people.amina))
  results.push({ people: size, "list, ms": listed, "search by name, ms": found })
}
console.table(results)
await w.end()

async function median(once: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now()
    await once()
    times.push(performance.now() - begun)
  }
  return Math.round(times.toSorted((a, b) => a - b)[ROUNDS / 2]! * 10) / 10
}
