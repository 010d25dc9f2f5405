import assert from "node:assert/strict"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { describe, it } from "node:test"
import { belgianMergers } from "../../src/modules/territories/belgian-mergers.ts"
import { readTerritories } from "../../src/modules/territories/read-file.ts"
import { withClient } from "../../src/kernel/postgres/bootstrap.ts"
import { writeTerritories } from "../../src/modules/territories/write.ts"
import { world } from "../world.ts"
import { missing, sharedFolder } from "./shared.ts"

const folder = sharedFolder("data/06-reference")
const read = async (file: string) => {
  const found = readTerritories(await readFile(join(folder ?? "", file)))
  assert.ok(found, file)
  return found
}

describe("official lists of places", { skip: missing(folder) }, () => {
  it("give the regions, departments and communes of France, each under the one above", async () => {
    const regions = await read("france-cog/regions.csv")
    const departments = await read("france-cog/departements.csv")
    const communes = await read("france-cog/communes-derived-from-rne.csv")
    assert.deepEqual([regions.territories.length, regions.unread], [18, []])
    assert.ok(departments.territories.length >= 101)
    assert.ok(communes.territories.length > 34_000)
    const known = new Set(regions.territories.map(({ code }) => code))
    for (const { parent_code, name } of departments.territories) assert.ok(!parent_code || known.has(parent_code), name)
    const dijon = communes.territories.find(({ code }) => code === "21231")
    assert.deepEqual([dijon?.name, dijon?.parent_code], ["Dijon", "21"])
    assert.ok(communes.territories.some(({ code }) => code.startsWith("2A")))
  })

  it("give the 581 Belgian municipalities, alike in its two forms, each in an arrondissement, a province, a region", async () => {
    const [json, csv] = [
      await read("belgium-nis/2020/root.json"),
      await read("belgium-nis/2020/belgian_municipalities.csv"),
    ]
    const of = (file: typeof json, level: string) => file.territories.filter((one) => one.level === level)
    assert.equal(of(json, "municipality").length, 581)
    assert.deepEqual([of(json, "region").length, of(json, "province").length], [3, 10])
    assert.deepEqual(
      of(csv, "municipality").map(({ code, name }) => [code, name]),
      of(json, "municipality").map(({ code, name }) => [code, name]),
    )
    const above = new Set(json.territories.map(({ level, code }) => `${level} ${code}`))
    for (const { parent_level, parent_code, name } of json.territories)
      assert.ok(!parent_code || above.has(`${parent_level} ${parent_code}`), name)
    const namur = json.territories.find(({ name, level }) => name === "Namur" && level === "municipality")
    assert.deepEqual(namur?.postcodes, ["5000"])
  })

  it("hold every code that the mergers of 2019 made, and none that they ended", async () => {
    const { territories, successors } = await read("belgium-nis/2020/root.json")
    const codes = new Set(territories.filter(({ level }) => level === "municipality").map(({ code }) => code))
    const of2019 = belgianMergers.filter(({ on }) => on === "2019-01-01")
    for (const { code, became, name } of of2019) {
      assert.ok(codes.has(became), `${name} became ${became}`)
      assert.ok(!codes.has(code), `${name} ${code}`)
    }
    assert.equal(successors.length, of2019.length, "and says nothing yet of those of 2025")
  })

  it("are written whole in some seconds, and change nothing the second time", async () => {
    const w = await world()
    try {
      const file = await read("france-cog/communes-derived-from-rne.csv")
      const write = (day: string) =>
        withClient(w.owner, (client) =>
          writeTerritories(file, { source: "rne", vintage: Temporal.PlainDate.from(day), endsMissing: true }, client),
        )
      const first = await write("2024-01-01")
      assert.ok(first.added > 34_000)
      const second = await write("2025-01-01")
      assert.deepEqual([second.added, second.renamed, second.ended, second.same], [0, [], [], first.added])
    } finally {
      await w.end()
    }
  })

  it("refuses what is no such list", async () => {
    assert.equal(
      readTerritories(await readFile(join(folder ?? "", "countries/countries.fr.json")))?.territories.length ?? 0,
      0,
    )
    assert.equal(readTerritories(new TextEncoder().encode("nom;prenom\nDupont;Léa\n")), undefined)
  })
})
