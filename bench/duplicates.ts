// People written twice among 10 000 and 100 000 (`ROWS` for others), names as frequent as in life, half of them with a
// postcode and a telephone, one in fifty written a second time with a letter wrong or the names swapped.
import pg from "pg"
import { system } from "../src/kernel/job.ts"
import { candidates } from "../src/modules/people/duplicates/candidates.ts"
import { findDuplicates } from "../src/modules/people/duplicates/seek.ts"
import { world } from "../tests/world.ts"
import { fillPeople } from "./realistic-people.ts"

const sizes = (process.env["ROWS"] ?? "10000,100000").split(",").map(Number)
const results = []
for (const size of sizes) {
  const w = await world()
  const twice = Math.floor(size / 50)
  await fillPeople(w, 0, size - twice)
  const owner = new pg.Client(w.owner)
  await owner.connect()
  await owner.query(
    `update people set postcode = (1000 + hashtext(id::text) % 9000)::text, phone = '04' || (hashtext(id::text || 'p') % 100000000 + 100000000)::text
      where hashtext(id::text) % 2 = 0`,
  )
  await owner.query(
    `insert into people (organisation_id, id, family_name, given_name, form, email, phone, postcode)
     select organisation_id, gen_random_uuid(),
            case when hashtext(id::text) % 3 = 0 then given_name else overlay(family_name placing 'x' from 2 for 1) end,
            case when hashtext(id::text) % 3 = 0 then family_name else given_name end, form, email, phone, postcode
       from people where organisation_id = $1 and phone is not null limit $2`,
    [w.organisation, twice],
  )
  await owner.query("analyze people")
  await owner.end()
  const within = <T>(work: (given: Parameters<typeof findDuplicates>[0]) => Promise<T>) =>
    w.look((db) => work({ ...w.equipment, db, now: w.now, actor: system(w.organisation) }))
  let begun = performance.now()
  const compared = await within(async ({ db }) => (await candidates(db)).length)
  const candidatesTime = seconds(begun)
  begun = performance.now()
  const found = await within(findDuplicates)
  results.push({
    people: size,
    "written twice": twice,
    "pairs compared": compared,
    "pairs found": found,
    "candidates, s": candidatesTime,
    "search, s": seconds(begun),
  })
  await w.end()
}
console.table(results)

function seconds(begun: number): number {
  return Math.round((performance.now() - begun) / 10) / 100
}
