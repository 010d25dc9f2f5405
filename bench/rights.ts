// The rights of a person with a mandate in five bodies of 5 000 (`BODIES` for others), each explained in words: the whole read
// behind the page, the bare question it puts to the database, and "may they" as every command asks it. The aim is 5 ms.
import pg from "pg"
import { sql } from "kysely"
import { inOrganisation } from "../src/kernel/db.ts"
import { readRights } from "../src/modules/mandates/read-rights.ts"
import { holds, reasons } from "../src/modules/mandates/contract.ts"
import { world } from "../tests/world.ts"
import { fillBodies } from "./many-bodies.ts"

const BODIES = Number(process.env["BODIES"] ?? 5000)
const ROUNDS = Number(process.env["ROUNDS"] ?? 50)
const w = await world()
const owner = new pg.Client(w.owner)
await owner.connect()
await owner.query(`select set_config('app.org', $1, false)`, [w.organisation])
await fillBodies(owner, w, BODIES)
// Amina is secretary of Lisle; and so of four others, one of them above a hundred.
await owner.query(
  `insert into mandates (organisation_id, id, person_id, function_id, body_id, since, origin)
   select $1, gen_random_uuid(), $2, f.id, b.id, '2025-01-01', 'vote' from
     (select id, row_number() over (order by cardinality(line), id) as n from bodies where organisation_id = $1 and parent_id is not null) b
     join functions f on f.body_id = $3 and f.key = 'administrative-secretary' where b.n in (1, 1000, 2000, 3000)`,
  [w.organisation, w.amina, w.lisle],
)
await owner.query("analyze")
await owner.end()

const { amina } = w.people
const on = Temporal.PlainDate.from("2026-05-02")
const told = await w.ask(readRights, { personId: w.amina }, amina)
const within = <T>(work: (db: Parameters<Parameters<typeof inOrganisation<T>>[2]>[0]) => Promise<T>) =>
  inOrganisation(w.db, w.organisation, work)
const one = await median(() => within((db) => sql`select 1`.execute(db)))
const rows = [
  { what: "a transaction with select 1", ms: one },
  { what: "why, in the database", ms: await median(() => within((db) => reasons({ personId: w.amina, on }, db))) },
  { what: "the page of rights", ms: await median(() => w.ask(readRights, { personId: w.amina }, amina)) },
  {
    what: "may they, for one command",
    ms: await median(() =>
      within((db) =>
        Promise.resolve(holds("people.manage")({ body_id: w.lisle }, { ...w.equipment, actor: amina, db, now: w.now })),
      ),
    ),
  },
]
console.log(
  `${told.groups.length} bodies, ${told.groups.flatMap((group) => group.rows.flatMap(({ why }) => why)).length} reasons`,
)
console.table(rows.map((row) => ({ ...row, "times the bare one": Math.round((row.ms / one) * 10) / 10 })))
await w.end()

async function median(once: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now()
    await once()
    times.push(performance.now() - begun)
  }
  return Math.round(times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)]! * 100) / 100
}
