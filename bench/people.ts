// The list of people and the search by name, at 10 000, 100 000 and 1 000 000 people (`ROWS` for others), names as
// frequent as in life; and what PostgreSQL needs bare for one page of the list.
import { inOrganisation } from "../src/kernel/db.ts"
import { listPeople } from "../src/modules/people/list.ts"
import { pickPeople } from "../src/modules/people/pick.ts"
import { world } from "../tests/world.ts"
import { sql } from "kysely"
import { fillPeople } from "./realistic-people.ts"

const sizes = (process.env["ROWS"] ?? "10000,100000,1000000").split(",").map(Number)
const ROUNDS = Number(process.env["ROUNDS"] ?? 15)
const asked = {
  "the commonest family name": "martin",
  "the commonest first name": "marie",
  both: "marie martin",
  "both, begun": "mart mar",
  "accents and hyphen": "Jean-Pierre Lefèvre",
  "one letter": "b",
  "three letters": "bel",
  "inside of a name": "bouche",
  "a letter wrong": "martim",
  "two letters swapped": "lefevbre marie",
  "two mistakes": "lefaivbre silvie",
  nobody: "xavierovitch",
}

const w = await world()
let filled = 0
const lists = []
const searches: Record<string, Record<string, string | number>> = {}
for (const size of sizes) {
  await fillPeople(w, filled, size)
  filled = size
  const bare = await median(() =>
    inOrganisation(w.db, w.organisation, (tx) =>
      sql`select id, given_name, family_name from people order by folded collate "C", id limit 51`.execute(tx),
    ),
  )
  const listed = await median(() => w.ask(listPeople, { bodyId: w.lisle }, w.people.amina))
  const after = (await w.ask(listPeople, { bodyId: w.lisle, q: "roux", limit: 1 }, w.people.amina)).rows[0]!.id
  const further = await median(() => w.ask(listPeople, { bodyId: w.lisle, after }, w.people.amina))
  lists.push({ people: size, "bare page, ms": bare, "list, ms": listed, "list further on, ms": further })
  for (const [what, q] of Object.entries(asked)) {
    const first = await w.ask(pickPeople, { q }, w.people.amina)
    const time = await median(() => w.ask(pickPeople, { q }, w.people.amina))
    searches[`${what}: ${q}`] = {
      ...searches[`${what}: ${q}`],
      [`${size}, ms`]: time,
      [`${size}, first`]: first[0]?.name ?? "–",
    }
  }
}
console.table(lists)
console.table(searches)
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
