import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { trio } from "../../../tests/trio.ts"
import { type World, world } from "../../../tests/world.ts"
import { inOrganisation } from "../../kernel/db.ts"
import { system } from "../../kernel/job.ts"
import { keepFile } from "../documents/contract.ts"
import { createBody } from "../secretariat/bodies/create.ts"
import { foreseeTerritories } from "./foresee.ts"
import { giveTerritory } from "./give.ts"
import { importTerritoriesFile } from "./import.ts"
import { knownTerritories } from "./known.ts"
import { readMap } from "./map.ts"
import { territoriesOfBody } from "./of-body.ts"
import { searchTerritories } from "./search.ts"
import { waiting } from "./waiting.ts"

let w: World
before(async () => {
  w = await world()
})
after(() => w.end())

const head = "TYPECOM,COM,REG,DEP,LIBELLE,COMPARENT\n"
const of2023 = `${head}COM,21231,27,21,Dijon,\nCOM,21001,27,21,Agencourt,\nCOM,21002,27,21,Agey,\nCOM,71001,27,71,L’Abergement,\n`
// One was renamed, one became a part of another, one is no more and nobody says why; the file holds one department only.
const of2024 = `${head}COM,21231,27,21,Dijon-la-Grande,\nCOMD,21001,,21,Agencourt,21231\nCOM,21003,27,21,Ahuy,\n`
const square = (x: number, y: number) => [
  [
    [x, y],
    [x + 1, y],
    [x + 1, y + 1],
    [x, y + 1],
    [x, y],
  ],
]
const outlines = JSON.stringify({
  type: "FeatureCollection",
  features: ["21231", "21003", "nowhere"].map((code, n) => ({
    type: "Feature",
    properties: { code, nom: code },
    geometry: { type: "Polygon", coordinates: square(n, 47) },
  })),
})

const kept = (name: string, content: string, bodyId = w.lisle, organisation = w.organisation) =>
  inOrganisation(w.db, organisation, (db) =>
    keepFile(
      { bodyId, name, content: Buffer.from(content) },
      { ...w.equipment, db, actor: system(organisation), now: w.now },
    ),
  )
const foresee = async (fileId: string, more = {}) =>
  w.ask(foreseeTerritories, { fileId, ...more }, w.people.amina) as Promise<any>
const read = async (name: string, content: string, on: string) =>
  w.do(importTerritoriesFile, { fileId: await kept(name, content), on }, w.people.amina)
const find = async (q: string) => (await w.ask(searchTerritories, { q }, w.people.dario)).rows

describe("territories.import", () => {
  trio(
    () => w,
    [
      {
        command: importTerritoriesFile,
        capability: "bodies.manage",
        input: async () => ({ fileId: await kept("communes2022.csv", of2023), on: "2022-01-01" }),
      },
    ],
  )

  it("foresees the same as it does, and writes nothing before", async () => {
    await read("communes2023.csv", of2023, "2023-01-01")
    await w.do(giveTerritory, { bodyId: w.lisle, territories: ["FR/municipality/21001"] }, w.people.amina)
    const fileId = await kept("v_commune_2024.csv", of2024)
    const seen = await foresee(fileId)
    assert.deepEqual([seen.kind, String(seen.vintage)], ["fr_communes", "2024-01-01"])
    assert.deepEqual(
      [seen.places.added, seen.places.renamed.first],
      [1, [{ code: "21231", name: "Dijon-la-Grande", was: "Dijon" }]],
    )
    assert.deepEqual(
      seen.places.ended.first.map(({ code, became, last }: any) => [code, became, last]),
      [
        ["21001", "Dijon-la-Grande", "2023-12-31"],
        ["21002", null, "2023-12-31"],
      ],
      "and not the commune of a department that the file does not speak of",
    )
    assert.deepEqual(
      seen.places.ended.bodies.map(({ id }: any) => id),
      [w.lisle],
    )
    assert.equal((await foresee(fileId, { endsMissing: "no" })).places.ended.count, 0)
    assert.equal((await find("dijon"))[0]?.name, "Dijon", "nothing is written")
    const done = await w.do(importTerritoriesFile, { fileId, on: "2024-01-01" }, w.people.amina)
    assert.deepEqual([done.added, done.renamed, done.ended], [1, 1, 2])
    assert.equal((await find("21001"))[0]?.name, "Dijon-la-Grande")
    assert.deepEqual(await find("agey"), [], "what is no more, and led nowhere, is not to be chosen")
  })

  it("says so on the page of a body that stood there and in its Today, until it goes over", async () => {
    const [row] = (await w.ask(territoriesOfBody, { bodyId: w.lisle }, w.people.dario)).rows
    assert.deepEqual([row?.name, String(row?.ended), row?.became], ["Agencourt", "2023-12-31", "Dijon-la-Grande"])
    const waits = (actor = w.people.amina) => w.look((db) => waiting({ ...w.equipment, db, actor, now: w.now }))
    assert.deepEqual(await waits(w.people.dario), [])
    const [line] = await waits()
    assert.equal(line?.facts?.["became"], "Dijon-la-Grande")
    await w.do(giveTerritory, line!.acts![0]!.input, w.people.amina)
    assert.deepEqual(await waits(), [])
    const [now] = (await w.ask(territoriesOfBody, { bodyId: w.lisle }, w.people.dario)).rows
    assert.equal(now?.code, "21231")
  })

  it("gives back its life to a commune that a newer list holds again", async () => {
    const list = of2024.replace("COMD,21001,,21,Agencourt,21231", "COM,21001,27,21,Agencourt,")
    await read("communes2025.csv", list, "2025-01-01")
    assert.deepEqual(
      (await find("agencourt")).map(({ code, was }) => [code, was]),
      [["21001", null]],
    )
  })

  it("is for the first organisation, from the top of its tree, and for files that we know", async () => {
    const oscar = { ...w.people.oscar }
    const theirs = await inOrganisation(w.db, oscar.organisation, (db) =>
      db.selectFrom("bodies").select("id").limit(1).executeTakeFirstOrThrow(),
    )
    const fileId = await kept("communes.csv", of2024, theirs.id, oscar.organisation)
    const on = "2024-01-01"
    await assert.rejects(w.do(importTerritoriesFile, { fileId, on }, oscar), { code: "territories.not_keeper" })
    assert.equal((await w.ask(knownTerritories, {}, oscar)).keeperId, null)
    await assert.rejects(
      inOrganisation(w.db, oscar.organisation, (db) =>
        db.selectNoFrom((one) => one.fn("import_places", [] as never).as("x")).execute(),
      ),
    )
    const below = await w.do(
      createBody,
      { parentId: w.lisle, name: "Équipe", code: "EQU", profile: "be-wallonia-chapter" },
      w.people.amina,
    )
    const low = await kept("communes.csv", of2024, below.bodyId)
    await assert.rejects(w.do(importTerritoriesFile, { fileId: low, on }, w.people.amina), {
      code: "territories.not_at_the_top",
    })
    const strange = await kept("liste.csv", "nom;prenom\nDupont;Léa\n")
    assert.equal((await foresee(strange)).reason, "unknown_file")
    await assert.rejects(w.do(importTerritoriesFile, { fileId: strange, on }, w.people.amina), {
      code: "territories.unreadable",
    })
    const broken = await kept("contours.geojson", outlines.slice(0, -40))
    assert.equal((await foresee(broken)).reason, "broken")
  })
})

describe("territories.map", () => {
  it("draws nothing before outlines are read, then departments, then the communes of one", async () => {
    const map = (input = {}, actor = w.people.dario) => w.ask(readMap, input, actor)
    assert.deepEqual((await map()).shapes, [])
    const fileId = await kept("contours-2025.geojson", outlines)
    const { contours } = await foresee(fileId)
    assert.deepEqual(
      [contours.unread, contours.levels.map(({ level, count }: any) => [level, count])],
      [
        1,
        [
          ["municipality", 2],
          ["department", 1],
        ],
      ],
    )
    await w.do(importTerritoriesFile, { fileId, on: "2025-01-01", credit: "IGN, Licence ouverte" }, w.people.amina)
    const [department] = (await map()).shapes
    assert.deepEqual(
      [department?.id, department?.below, department?.opens, department?.bodies],
      ["FR/department/21", 1, true, []],
    )
    const { shapes, credits } = await map({ within: "FR/department/21" })
    assert.deepEqual(
      shapes.map(({ name, bodies }) => [name, bodies.map(({ id }) => id)]),
      [
        ["Ahuy", []],
        ["Dijon-la-Grande", [w.lisle]],
      ],
    )
    assert.equal(credits[0]?.credit, "IGN, Licence ouverte")
    assert.deepEqual(
      (await map({ within: "FR/department/21" }, w.people.oscar)).shapes.map(({ bodies }) => bodies),
      [[], []],
    )
  })
})
