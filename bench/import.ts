// The import of people from CSV, 10 000 and 100 000 lines (`ROWS` for others): one command, one event. Beside it the same
// rows in bare tables without index, wall or reference, and in the product's own tables, each by one statement.
import pg from "pg"
import { newId } from "../src/kernel/id.ts"
import { importPeople } from "../src/modules/people/import/import.ts"
import { undoImport } from "../src/modules/people/import/undo/undo.ts"
import { world } from "../tests/world.ts"

const sizes = (process.env["ROWS"] ?? "10000,100000").split(",").map(Number)
const results = []
for (const size of sizes) {
  const w = await world()
  const owner = new pg.Client(w.owner)
  await owner.connect()
  await owner.query(`select set_config('app.org', $1, false)`, [w.organisation])
  const rows = Array.from({ length: size }, (_, n) => ({
    id: newId(),
    given_name: `Prénom${n % 997}`,
    family_name: `Famille-${(n * 7919) % 15013}`,
    email: `p${n}@lisle.example`,
    postcode: String(5000 + (n % 900)),
    town: "Lisle",
  }))

  await owner.query(
    "create table bare (id uuid, given_name text, family_name text, email text, postcode text, town text)",
  )
  const bare = await time(() => owner.query(insertInto("bare", ""), [JSON.stringify(rows)]))
  await owner.query("begin")
  const own = await time(() =>
    owner.query(insertInto("people", `'${w.organisation}'::uuid as organisation_id,`), [JSON.stringify(rows)]),
  )
  await owner.query("rollback")
  await owner.query("vacuum people")
  await owner.end()

  const text = ["Prénom;Nom;Courriel;CP;Commune"]
    .concat(rows.map((one) => [one.given_name, one.family_name, one.email, one.postcode, one.town].join(";")))
    .join("\n")
  let counts: { created: number } | undefined
  let importId = ""
  const ours = await time(async () => {
    const done = await w.do(importPeople, { bodyId: w.lisle, text, since: "2026-05-02" }, w.people.amina, {
      commandId: newId(),
    })
    counts = done
    importId = done.importId
  })
  const undo = await time(() => w.do(undoImport, { importId }, w.people.amina))
  results.push({
    lines: size,
    created: counts!.created,
    "import, s": ours,
    "the table of people alone, s": own,
    "bare inserts, s": bare,
    "taken back, s": undo,
    "lines per second": Math.round(size / ours),
    "bare per second": Math.round(size / bare),
  })
  await w.end()
}
console.table(results)

function insertInto(table: string, more: string) {
  const columns = "id, given_name, family_name, email, postcode, town"
  return `insert into ${table} (${more ? "organisation_id, " : ""}${columns}) select ${more} ${columns}
    from jsonb_to_recordset($1::jsonb) as p (id uuid, given_name text, family_name text, email text, postcode text, town text)`
}

async function time(once: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await once()
  return Math.round(performance.now() - begun) / 1000
}
