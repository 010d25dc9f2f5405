// A thousand amendments on one text of three hundred paragraphs: the table (aim 1 s) and the collisions (aim 2 s), and a new
// version of the text that carries all of them over.
import { collisionsOf } from "../src/modules/amendments/collisions.ts"
import { adoptBase } from "../src/modules/amendments/bases/adopt.ts"
import { bringBase } from "../src/modules/amendments/bases/bring.ts"
import { bringVersion } from "../src/modules/amendments/bases/bring-version.ts"
import { noteOther } from "../src/modules/amendments/note-other.ts"
import { readTable } from "../src/modules/amendments/read-table.ts"
import { amendmentsOf } from "../src/modules/amendments/store.ts"
import { inOrganisation } from "../src/kernel/db.ts"
import { world } from "../tests/world.ts"

const COUNT = Number(process.env["AMENDMENTS"] ?? 1000)
const w = await world()
try {
  const lines = Array.from({ length: 300 }, (_, n) =>
    n % 6 === 0
      ? `Article ${n / 6 + 2}`
      : `La Région verse une aide de ${n} 000 euros aux communes de la zone ${n}, dans la limite des crédits inscrits au budget, sous réserve que le projet ${n} respecte le règlement des aides et que la commune en rende compte chaque année.`,
  )
  const said = { bodyId: w.lisle, kind: "deliberation", title: "Aides", text: lines.join("\n") }
  const { baseId } = await w.do(bringBase, said, w.people.amina)
  await w.do(adoptBase, { baseId, revision: 0 }, w.people.amina)
  for (let n = 0; n < COUNT; n++) {
    const at = (n * 7) % lines.length
    const line = lines[at]!
    const put =
      n % 9 === 0
        ? []
        : [
            line.startsWith("Article")
              ? `${line} bis`
              : n % 2
                ? line.replace("aide", "subvention")
                : line.replace("euros", `euros (${n})`),
          ]
    const operations = [n % 11 === 0 ? { from: at, to: at, put: [`Un alinéa ${n}.`] } : { from: at, to: at + 1, put }]
    await w.do(noteOther, { baseId, version: 1, group: "Les Crêtes", number: String(n), operations }, w.people.amina)
  }
  const { rows } = await w.ask(readTable, { baseId }, w.people.amina)
  await time(`the table of ${rows.length} amendments, what they meet included`, () =>
    w.ask(readTable, { baseId }, w.people.amina),
  )
  const all = await inOrganisation(w.db, w.organisation, (db) =>
    amendmentsOf(baseId, { ...w.equipment, actor: w.people.amina, db, now: w.now }),
  )
  let found = 0
  await time("their collisions alone", async () => {
    // Other rows each time: what is counted once is not counted of the next.
    found = collisionsOf(all.map((one) => ({ ...one }))).length
  })
  console.log(`${found} collisions`)
  await w.do(
    bringVersion,
    { baseId, text: lines.map((line) => line.replace("chaque année", "chaque printemps")).join("\n") },
    w.people.amina,
  )
  const started = performance.now()
  const { stand, snagged } = await w.do(adoptBase, { baseId, revision: 0 }, w.people.amina)
  console.log(
    `carried over to a version of which every paragraph changed: ${Math.round(performance.now() - started)} ms, ${stand} follow, ${snagged} to take up`,
  )
} finally {
  await w.end()
}

async function time(name: string, work: () => Promise<unknown>) {
  const times: number[] = []
  for (let n = 0; n < 5; n++) {
    const started = performance.now()
    await work()
    times.push(performance.now() - started)
  }
  times.sort((a, b) => a - b)
  console.log(`${name}: median ${Math.round(times[2]!)} ms, worst ${Math.round(times[4]!)} ms`)
}
