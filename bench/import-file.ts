// A file of people from the file itself to the preview, the import, and (10 000 at most) its undoing: Excel and CSV, 10 000 and
// 100 000 lines (`ROWS` for others).
import { newId } from "../src/kernel/id.ts"
import { readTableFile } from "../src/kernel/tables/read-file.ts"
import { xlsx } from "../src/kernel/tables/xlsx.ts"
import { importPeople } from "../src/modules/people/import/import.ts"
import { prepareImport } from "../src/modules/people/import/prepare.ts"
import { undoImport } from "../src/modules/people/import/undo/undo.ts"
import { world } from "../tests/world.ts"

const sizes = (process.env["ROWS"] ?? "10000,100000").split(",").map(Number)
const titles = ["Prénom", "Nom", "Courriel", "CP", "Commune"]
const results = []
for (const size of sizes) {
  const w = await world()
  const rows = Array.from({ length: size }, (_, n) => [
    `Prénom${n % 997}`,
    `Famille-${(n * 7919) % 15013}`,
    `p${n}@lisle.example`,
    String(5000 + (n % 900)),
    "Lisle",
  ])
  const files = {
    xlsx: await xlsx([{ name: "Membres", columns: titles.map((title) => ({ title })), rows }]),
    csv: new TextEncoder().encode([titles, ...rows].map((row) => row.join(";")).join("\n")),
  }
  for (const [kind, bytes] of Object.entries(files)) {
    const [reading, read] = await timed(() => readTableFile(bytes))
    if (!("text" in read)) throw new Error(read.reason)
    const wish = { bodyId: w.lisle, text: read.text, since: "2026-05-02" }
    const since = Temporal.PlainDate.from(wish.since)
    const [preview] = await timed(() =>
      w.look((db) =>
        prepareImport({ ...wish, since, ring: "member", offset: 0 }, { actor: w.people.amina, db, now: w.now }),
      ),
    )
    const [writing, { importId, created }] = await timed(() =>
      w.do(importPeople, wish, w.people.amina, { commandId: newId() }),
    )
    const [undoing, { removed }] = await timed(() => w.do(undoImport, { importId }, w.people.amina))
    results.push({
      kind,
      lines: size,
      created,
      "read, s": reading,
      "preview, s": preview,
      "import, s": writing,
      removed,
      "undo, s": undoing,
    })
  }
  await w.end()
}
console.table(results)

async function timed<T>(once: () => Promise<T>): Promise<[number, T]> {
  const begun = performance.now()
  const done = await once()
  return [Math.round(performance.now() - begun) / 1000, done]
}
