import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import pg from "pg"
import { type World, world } from "../../../tests/world.ts"
import { migrations } from "../../application.ts"
import { jobsSchema } from "../../kernel/job.ts"
import { testDatabase } from "../../kernel/postgres/for-tests.ts"
import { migrate } from "../../kernel/postgres/migrate.ts"
import { addCounterpart } from "../counterparts/file/add.ts"
import { changeCounterpart } from "../counterparts/file/change.ts"
import { readCounterpart } from "../counterparts/file/read-counterpart.ts"
import { addInstitution } from "./add-institution.ts"
import { changeInstitution } from "./change-institution.ts"
import { officesOfCounterpart } from "./of-counterpart.ts"
import { pickInstitution } from "./pick-institution.ts"
import { readOffice } from "./read-office.ts"
import { readRegister } from "./read-register.ts"
import { recordOffice } from "./record.ts"

let w: World
before(async () => {
  w = await world()
})
after(() => w.end())

const council = { kind: "municipal_council", level: "local" }
const register = async (name: string) =>
  (await w.ask(readRegister, { bodyId: w.lisle }, w.people.amina)).institutions.filter((one) => one.name === name)
const outside = (name: string, more: object = {}) =>
  w.do(addCounterpart, { bodyId: w.lisle, nature: "organisation", kind: "institution", name, ...more }, w.people.amina)

describe("an institution", () => {
  it("is an organisation of the file of counterparts, there already or written into it", async () => {
    const { counterpartId } = await outside("Conseil communal de Lisle")
    const add = (more: object) => w.do(addInstitution, { bodyId: w.lisle, ...council, ...more }, w.people.amina)
    await add({ name: "conseil communal de LISLE" })
    assert.equal((await register("Conseil communal de Lisle"))[0]!.outside_id, counterpartId)
    await assert.rejects(add({ name: "Conseil communal de Lisle" }), { code: "institutions.already" })
    await add({ outsideId: counterpartId, kind: "college" })
    await add({ name: "ASBL Les Prés", kind: "asbl" })
    const [fields] = await register("ASBL Les Prés")
    const { counterpart } = await w.ask(readCounterpart, { counterpartId: fields!.outside_id }, w.people.amina)
    assert.deepEqual(
      [counterpart.nature, counterpart.kind, counterpart.name],
      ["organisation", "association", "ASBL Les Prés"],
    )
    await assert.rejects(add({}), { message: /required/ })
  })

  it("of another file, or somebody, is none", async () => {
    const { counterpartId } = await w.do(
      addCounterpart,
      { bodyId: w.lisle, nature: "person", name: "Lambert" },
      w.people.amina,
    )
    const keeper = await w.holding(["counterparts.manage", "counterparts.read"], w.brume)
    const elsewhere = await w.do(
      addCounterpart,
      { bodyId: w.brume, nature: "organisation", kind: "institution", name: "Province" },
      keeper,
    )
    for (const outsideId of [counterpartId, elsewhere.counterpartId])
      await assert.rejects(w.do(addInstitution, { bodyId: w.lisle, ...council, outsideId }, w.people.amina), {
        code: "not_found",
      })
  })

  it("has one name, wherever it is corrected", async () => {
    const { institutionId } = await w.do(addInstitution, { bodyId: w.lisle, ...council, name: "CPAS" }, w.people.amina)
    await w.do(changeInstitution, { institutionId, ...council, name: "CPAS de Lisle" }, w.people.amina)
    const [one] = await register("CPAS de Lisle")
    const { counterpart } = await w.ask(readCounterpart, { counterpartId: one!.outside_id }, w.people.amina)
    assert.equal(counterpart.name, "CPAS de Lisle")
    await w.do(
      changeCounterpart,
      { counterpartId: one!.outside_id, kind: "institution", name: "Centre d’action sociale" },
      w.people.amina,
    )
    assert.equal((await register("Centre d’action sociale")).length, 1)
  })

  it("is picked while typed: of the register, of the file, or new; by who keeps the register only", async () => {
    await outside("Région verte")
    const pick = async (q: string, actor = w.people.amina) =>
      (await w.ask(pickInstitution, { bodyId: w.lisle, q }, actor)).map(({ name, from }) => [name, from])
    assert.deepEqual(await pick("region v"), [
      ["Région verte", "file"],
      ["region v", "new"],
    ])
    assert.deepEqual(await pick("Région verte"), [["Région verte", "file"]])
    await w.do(addInstitution, { bodyId: w.lisle, ...council, name: "Région verte" }, w.people.amina)
    assert.deepEqual(await pick("région verte"), [["Région verte", "register"]])
    await assert.rejects(pick("région", w.people.dario), { code: "not_found" })
    await assert.rejects(pick("région", w.people.oscar), { code: "not_found" })
  })

  it("says on its page who of ours sits there, to whom sees these mandates", async () => {
    const { counterpartId } = await outside("Parlement")
    const sits = { role: "deputy", origin: "elected", since: "2024-06-09" }
    const { officeId } = await w.do(
      recordOffice,
      {
        bodyId: w.lisle,
        personId: w.dario,
        institution: { outsideId: counterpartId, kind: "regional_parliament", level: "regional" },
        ...sits,
      },
      w.people.amina,
    )
    assert.equal((await w.ask(readOffice, { officeId }, w.people.dario)).office.institution, "Parlement")
    const there = async (actor = w.people.amina) =>
      (await w.ask(officesOfCounterpart, { counterpartId }, actor)).rows.map(({ name }) => name)
    assert.deepEqual(await there(), ["Dario Lemmens"])
    assert.deepEqual(await there(w.people.ines), [])
    assert.deepEqual(await there(w.people.oscar), [])
  })

  it("that stood in a register of before is carried over, each in the file of its body, once", async () => {
    const all = [jobsSchema(), ...(await migrations())]
    const before = all.filter(({ name }) => name.slice(0, 8) < "20261203")
    const database = await testDatabase(before)
    const client = new pg.Client(database.owner)
    await client.connect()
    try {
      const [org, body, outsideId] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
      await client.query(`select set_config('app.org', '${org}', false)`)
      await client.query(`insert into organisations (id, name, language, zone, country, settings)
        values ('${org}', 'Avant', 'fr', 'Europe/Brussels', 'BE', '{}')`)
      await client.query(`insert into bodies (organisation_id, id, name, code, kind, means, profile, country, zone, line)
        values ('${org}', '${body}', 'Locale', 'LOC', 'chapter', 'party', 'be-wallonia-chapter', 'BE', 'Europe/Brussels', '{${body}}')`)
      await client.query(`insert into counterparts (organisation_id, id, body_id, nature, kind, name, added_on, checked_on)
        values ('${org}', '${outsideId}', '${body}', 'organisation', 'public_service', 'C.P.A.S. de Lisle', '2026-01-01', '2026-01-01')`)
      for (const name of ["c.p.a.s. de lisle", "Conseil", "Conseil"])
        await client.query(`insert into institutions (organisation_id, id, body_id, name, kind, level, country)
          values ('${org}', gen_random_uuid(), '${body}', '${name}', 'cpas', 'local', 'BE')`)
      await migrate(database.owner, all)
      const { rows } =
        await client.query(`select c.name, count(*)::int from institutions i join counterparts c on c.id = i.outside_id
        group by c.id, c.name order by 1`)
      assert.deepEqual(rows, [
        { name: "C.P.A.S. de Lisle", count: 1 },
        { name: "Conseil", count: 2 },
      ])
    } finally {
      await client.end()
      await database.drop()
    }
  })
})
