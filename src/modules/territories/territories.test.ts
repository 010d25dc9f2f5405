import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { trio } from "../../../tests/trio.ts"
import { type World, world } from "../../../tests/world.ts"
import { withClient } from "../../kernel/postgres/bootstrap.ts"
import { bodiesByTerritory } from "./by-territory.ts"
import { giveTerritory } from "./give.ts"
import { territoriesOfBody } from "./of-body.ts"
import { readTerritories } from "./read-file.ts"
import { searchTerritories } from "./search.ts"
import { writeTerritories } from "./write.ts"

let w: World
before(async () => {
  w = await world()
  await imported(belgian, "2020-01-01")
})
after(() => w.end())

const head =
  '"NIS_code","municipality_NL","municipality_FR","arrondissement_NL","arrondissement_FR","province_NL","province_FR","region_NL","region_FR","inhabitants","zip"'
const belgian = `${head}
58001,"La Louvière","La Louvière","La Louvière","La Louvière","Henegouwen","Hainaut","Waals Gewest","Région wallonne","80000",7100
92094,"Namen","Namur","Namen","Namur","Namen","Namur","Waals Gewest","Région wallonne","110000",5000
,"Nergens","Nulle part","Namen","Namur","Namen","Namur","Waals Gewest","Région wallonne","1",1
`
const read = (text: string) => readTerritories(new TextEncoder().encode(text))!
const imported = (text: string, on: string) =>
  withClient(w.owner, (client) =>
    writeTerritories(read(text), { source: "fichier.csv", vintage: Temporal.PlainDate.from(on) }, client),
  )
const find = async (q: string, actor = w.people.dario) => (await w.ask(searchTerritories, { q }, actor)).rows

describe("official places", () => {
  trio(
    () => w,
    [
      {
        command: giveTerritory,
        capability: "bodies.manage",
        input: () => ({ bodyId: w.lisle, territories: ["BE/municipality/92094"] }),
      },
    ],
  )

  it("say which lines could not be read, and why", () => {
    assert.deepEqual(read(belgian).unread, [{ line: 4, why: "no_code" }])
  })

  it("are found by name without accents, by postcode and by code, in every organisation alike", async () => {
    for (const q of ["la louviere", "7100", "58001"])
      for (const actor of [w.people.dario, w.people.oscar])
        assert.equal((await find(q, actor))[0]?.name, "La Louvière", q)
    assert.deepEqual((await find("7100"))[0]?.parent, "La Louvière")
    assert.deepEqual(await find("%"), [])
  })

  it("lead from an old code to what took its place", async () => {
    const [found] = await find("55022")
    assert.deepEqual([found?.code, found?.was], ["58001", "La Louvière"])
    await w.do(giveTerritory, { bodyId: w.lisle, territories: ["BE/municipality/55022"] }, w.people.amina)
    const { rows } = await w.ask(territoriesOfBody, { bodyId: w.lisle }, w.people.dario)
    assert.deepEqual(
      rows.map(({ code, source, vintage }) => [code, source, String(vintage)]),
      [["58001", "fichier.csv", "2020-01-01"]],
    )
    const placed = (await w.ask(bodiesByTerritory, {}, w.people.dario)).rows
    assert.deepEqual([placed[0]?.place, placed[0]?.bodies[0]?.id], ["La Louvière", w.lisle])
    assert.deepEqual((await w.ask(bodiesByTerritory, {}, w.people.oscar)).rows, [])
  })

  it("are never overwritten by an older file, and are by a newer one", async () => {
    const renamed = belgian.replaceAll('"Namur","Namen","Namur"', '"Namur-Ville","Namen","Namur"')
    await imported(renamed, "2018-01-01")
    assert.equal((await find("92094"))[0]?.name, "Namur")
    await imported(renamed, "2024-01-01")
    assert.equal((await find("92094"))[0]?.name, "Namur-Ville")
  })

  it("follow the movements of communes in France", async () => {
    await imported("TYPECOM,COM,REG,DEP,LIBELLE\nCOM,44003,52,44,Ancenis-Saint-Géréon\n", "2024-01-01")
    await imported(
      "MOD,DATE_EFF,TYPECOM_AV,COM_AV,LIBELLE_AV,TYPECOM_AP,COM_AP,LIBELLE_AP\n32,2019-01-01,COM,44160,Saint-Géréon,COM,44003,Ancenis-Saint-Géréon\n",
      "2024-01-01",
    )
    assert.deepEqual(
      (await find("Saint-Géréon")).map(({ code, was }) => [code, was]),
      [["44003", "Saint-Géréon"]],
    )
  })

  it("are written by no organisation, and unknown ones are refused", async () => {
    await assert.rejects(
      w.look((db) => db.deleteFrom("territories").execute()),
      /permission denied/,
    )
    for (const id of ["BE/municipality/99999", "BE/region/58001"])
      await assert.rejects(w.do(giveTerritory, { bodyId: w.lisle, territories: [id] }, w.people.amina), {
        message: /unknown_territory/,
      })
  })
})
