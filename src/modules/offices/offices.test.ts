import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { trio } from "../../../tests/trio.ts"
import { type World, world } from "../../../tests/world.ts"
import type { Request } from "../../kernel/http/route.ts"
import { addInstitution } from "./add-institution.ts"
import { changeInstitution } from "./change-institution.ts"
import { changeOffice } from "./change.ts"
import { closeInstitution } from "./close-institution.ts"
import { declarants, declarations } from "./declarations.ts"
import { endOffice } from "./end.ts"
import { foreseeOffice } from "./foresee.ts"
import { listOffices } from "./list.ts"
import { lodgeDeclaration, takeBackLodging } from "./lodge.ts"
import { officesOfPerson } from "./of-person.ts"
import { closeOfficeList, openOfficeList } from "./public-list.ts"
import { publicRegister } from "./public-page.ts"
import { readDeclarations } from "./read-declarations.ts"
import { readOffice } from "./read-office.ts"
import { readRegister } from "./read-register.ts"
import { recordOffice } from "./record.ts"
import { waiting } from "./waiting.ts"

let w: World
before(async () => {
  w = await world()
})
after(() => w.end())

let count = 0
const council = { name: "Conseil communal de Lisle", kind: "municipal_council", level: "local" }
const office = (more: object = {}) => ({
  bodyId: w.lisle,
  personId: w.dario,
  institution: { ...council, name: `Conseil ${count++}` },
  role: "councillor",
  since: "2024-12-02",
  origin: "elected",
  ...more,
})
const done = async <T = any>(command: any, input: unknown, actor = w.people.amina) =>
  (await w.do(command, input, actor)) as T
const recorded = async (more: object = {}) => (await done(recordOffice, office(more))).officeId as string
const institution = async (more: object = {}) =>
  (await done(addInstitution, { bodyId: w.lisle, ...council, name: `Institution ${count++}`, ...more }))
    .institutionId as string
const lodging = (more: object = {}) => ({
  bodyId: w.lisle,
  personId: w.dario,
  rule: "be.mandates.declaration",
  year: 1960 + count++,
  ...more,
})
const said = { role: "councillor", since: "2024-12-02", origin: "elected" }

describe("the register of external mandates", () => {
  trio(
    () => w,
    [
      { command: addInstitution, capability: "offices.manage", input: () => ({ bodyId: w.lisle, ...council }) },
      {
        command: changeInstitution,
        capability: "offices.manage",
        input: async () => ({ institutionId: await institution(), ...council, seats: 2 }),
      },
      {
        command: closeInstitution,
        capability: "offices.manage",
        input: async () => ({ institutionId: await institution() }),
      },
      {
        command: changeOffice,
        capability: "offices.manage",
        input: async () => ({ officeId: await recorded(), ...said, delegation: "Mobilité" }),
      },
      {
        command: endOffice,
        capability: "offices.manage",
        input: async () => ({ officeId: await recorded(), until: "2026-06-30" }),
      },
      { command: openOfficeList, capability: "offices.manage", input: () => ({ bodyId: w.lisle }) },
      {
        command: closeOfficeList,
        capability: "offices.manage",
        input: async () => {
          await done(openOfficeList, { bodyId: w.lisle })
          return { bodyId: w.lisle }
        },
      },
    ],
  )

  it("is written by who keeps it, of people they see; by nobody else", async () => {
    const keeper = await w.holding(["offices.manage"])
    const fellow = (await w.holding([])).personId
    await w.do(recordOffice, office({ personId: fellow }), await w.holding(["offices.manage", "people.read"]))
    await w.do(recordOffice, office({ personId: keeper.personId }), keeper)
    await assert.rejects(w.do(recordOffice, office(), w.people.dario), { code: "not_allowed" })
    await assert.rejects(w.do(recordOffice, office(), w.people.oscar), { code: "not_found" })
    await assert.rejects(w.do(recordOffice, office({ personId: w.ines }), keeper), { code: "not_found" })
  })

  it("keeps what ended, and says who is in office today, was, and will be", async () => {
    const personId = (await w.holding([])).personId!
    const place = await institution()
    const there = { personId, institutionId: place, institution: null }
    const past = await recorded({ ...there, since: "2018-12-03", until: "2024-12-01" })
    const now = await recorded(there)
    const next = await recorded({ ...there, role: "president", since: "2027-01-01" })
    const named = async (state?: string) =>
      (await w.ask(listOffices, { bodyId: w.lisle, ...(state ? { state } : {}), limit: 200 }, w.people.dario)).rows
        .filter((row) => row.person_id === personId)
        .map(({ id }) => id)
    assert.deepEqual([await named("past"), await named(), await named("coming")], [[past], [now], [next]])
    await done(endOffice, { officeId: now, until: "2026-05-01" })
    assert.deepEqual(await named(), [])
    const { rows } = await w.ask(officesOfPerson, { personId }, w.people.dario)
    assert.deepEqual(
      rows.map(({ id }) => id),
      [next, now, past],
    )
  })

  it("is read page by page without losing anybody, in both orders", async () => {
    for (const sort of ["name", "-name", "until", "-until"]) {
      const seen: string[] = []
      let after: string | undefined
      do {
        const page = await w.ask(listOffices, { bodyId: w.lisle, state: "all", sort, limit: 2, after }, w.people.amina)
        seen.push(...page.rows.map(({ id }) => id))
        after = page.next ?? undefined
      } while (after)
      const { rows } = await w.ask(listOffices, { bodyId: w.lisle, state: "all", sort, limit: 200 }, w.people.amina)
      assert.deepEqual(
        seen,
        rows.map(({ id }) => id),
        sort,
      )
    }
  })

  it("is not seen from another body, nor from another organisation", async () => {
    const officeId = await recorded()
    for (const stranger of [w.people.ines, w.people.oscar]) {
      await assert.rejects(w.ask(readOffice, { officeId }, stranger), { code: "not_found" })
      await assert.rejects(w.ask(readRegister, { bodyId: w.lisle }, stranger), { code: "not_found" })
      assert.deepEqual((await w.ask(listOffices, {}, stranger)).rows, [])
      assert.deepEqual((await w.ask(officesOfPerson, { personId: w.dario }, stranger)).rows, [])
    }
  })

  it("tells what one is paid to oneself and to who keeps it, to nobody else", async () => {
    const officeId = await recorded({
      personId: (await w.holding([])).personId,
      paid: true,
      yearlyGrossCents: "1234567",
    })
    const mine = await recorded({ paid: true, yearlyGrossCents: "100" })
    const pay = async (id: string, actor: typeof w.people.amina) =>
      (await w.ask(readOffice, { officeId: id }, actor)).office.yearly_gross_cents
    assert.equal(await pay(officeId, w.people.amina), 1_234_567n)
    assert.equal(await pay(officeId, w.people.dario), null)
    assert.equal(await pay(mine, w.people.dario), 100n)
    await assert.rejects(recorded({ paid: false, yearlyGrossCents: "5" }), { message: /not_paid/ })
  })

  it("refuses the same mandate twice, an end before the beginning, and an institution of another register", async () => {
    const place = await institution()
    await recorded({ institutionId: place, institution: null })
    await assert.rejects(recorded({ institutionId: place, institution: null }), { code: "offices.already" })
    await assert.rejects(recorded({ until: "2024-12-01" }), { message: /ends_before/ })
    const keeper = await w.holding(["offices.manage"], w.brume)
    const { institutionId } = await done(addInstitution, { bodyId: w.brume, ...council }, keeper)
    await assert.rejects(recorded({ institutionId, institution: null }), { code: "not_found" })
    await assert.rejects(recorded({ sentBy: institutionId }), { code: "not_found" })
    await assert.rejects(recorded({ institution: null }), { message: /required/ })
    await assert.rejects(done(closeInstitution, { institutionId: place }), { code: "institutions.has_offices" })
  })

  it("keeps how a mandate stood before it was corrected, and by whose hand", async () => {
    const officeId = await recorded({ delegation: "Mobilité" })
    await done(changeOffice, { officeId, ...said, delegation: "Mobilité, énergie" })
    const { office: now, versions } = await w.ask(readOffice, { officeId }, w.people.dario)
    assert.deepEqual(
      [now.delegation, versions[0]?.delegation, versions[0]?.by],
      ["Mobilité, énergie", "Mobilité", "Amina Belkacem"],
    )
  })

  it("warns of what does not go together, before and after, and records it", async () => {
    const personId = (await w.holding([])).personId!
    await recorded({
      personId,
      institution: { name: "Parlement", kind: "regional_parliament", level: "regional" },
      role: "deputy",
    })
    const next = {
      bodyId: w.lisle,
      personId,
      kind: "college",
      role: "alderman",
      origin: "institution",
      since: "2026-06-01",
    }
    const { warnings } = await w.ask(foreseeOffice, next, w.people.amina)
    assert.deepEqual(
      warnings.map(({ rule, with: others }) => [rule, others]),
      [["be.deputy_college", ["Parlement"]]],
    )
    const answer = await done(recordOffice, office({ ...next, institution: { name: "Collège", kind: "college" } }))
    assert.deepEqual(answer.warnings, ["be.deputy_college"])
    const { warnings: shown } = await w.ask(readRegister, { bodyId: w.lisle }, w.people.dario)
    assert.deepEqual(
      shown.filter((one) => one.person_id === personId),
      [],
      "it has not begun",
    )
  })

  it("counts terms in a row by the rulebook of the body", async () => {
    const personId = (await w.holding([])).personId!
    for (const [since, until] of [
      ["2012-12-03", "2018-12-02"],
      ["2018-12-03", "2024-12-01"],
    ])
      await recorded({ personId, since, until })
    const answer = await done(recordOffice, office({ personId }))
    assert.deepEqual(answer.warnings, ["party.terms"])
  })
})

describe("declarations of mandates", () => {
  it("are asked of who held such an office a day of the year before", () => {
    const day = (iso: string) => Temporal.PlainDate.from(iso)
    const one = (person_id: string, since: string, until: string | null, role = "councillor" as const) => ({
      person_id,
      kind: "cpas" as const,
      role,
      since: day(since),
      until: until ? day(until) : null,
    })
    const all = [
      one("a", "2025-12-31", null),
      one("b", "2026-01-01", null),
      one("c", "2020-01-01", "2025-01-01"),
      one("d", "2020-01-01", "2024-12-31"),
    ]
    assert.deepEqual([...declarants(declarations[0]!, all, 2026)], ["a", "c"])
  })

  it("are due on the day of the rulebook, and lodged by oneself or who keeps the register", async () => {
    await recorded()
    const year = 2026
    const asked = async (actor = w.people.amina) =>
      (await w.ask(readDeclarations, { bodyId: w.lisle, year }, actor)).declarations.find(
        ({ rule }) => rule === "be.mandates.declaration",
      )!
    const before = await asked()
    assert.equal(String(before.due), "2026-06-01")
    assert.ok(before.people.length > 1)
    assert.deepEqual(
      (await asked(w.people.dario)).people.map(({ person_id }) => person_id),
      [w.dario],
    )
    const { declarationId } = await done(lodgeDeclaration, lodging({ year }), w.people.dario)
    await assert.rejects(done(lodgeDeclaration, lodging({ year })), { code: "offices.already_lodged" })
    assert.equal(String((await asked(w.people.dario)).people[0]!.lodged_on), "2026-05-02")
    await assert.rejects(done(takeBackLodging, { declarationId }, await w.holding([])), { code: "not_allowed" })
    await done(takeBackLodging, { declarationId }, w.people.dario)
    const other = lodging({ personId: (await w.holding([])).personId })
    await assert.rejects(done(lodgeDeclaration, other, w.people.dario), { code: "not_found" })
    await assert.rejects(done(lodgeDeclaration, lodging(), await w.holding([])), { code: "not_allowed" })
    await done(lodgeDeclaration, lodging(), await w.holding(["offices.manage"]))
    await assert.rejects(done(lodgeDeclaration, lodging({ lodgedOn: "2026-05-03" })), { message: /not_yet/ })
  })
})

describe("what waits", () => {
  const lines = (actor: typeof w.people.amina, iso = "2026-05-02") =>
    w.look((db) => waiting({ ...w.equipment, actor, db, now: Temporal.Instant.from(`${iso}T08:00:00Z`) }))

  it("is an end within six months that nothing follows, seats without anybody, a declaration not lodged", async () => {
    const place = await institution({ name: "Intercommunale des eaux", seats: 2 })
    const first = await recorded({ institutionId: place, institution: null, until: "2026-10-31" })
    const of = async (key: string, actor = w.people.amina, iso?: string) =>
      (await lines(actor, iso)).filter((one) => one.key.startsWith(`offices.waiting.${key}`))
    assert.ok(
      (await of("vacant")).some(({ facts }) => facts?.["name"] === "Intercommunale des eaux" && facts["free"] === 1),
    )
    const ends = async (iso?: string) =>
      (await of("ends", w.people.amina, iso)).filter(({ due }) => String(due) === "2026-10-31")
    assert.equal((await ends()).length, 1)
    assert.equal((await ends("2026-04-30")).length, 0)
    await recorded({ institutionId: place, institution: null, since: "2026-11-01" })
    assert.equal((await ends()).length, 0)
    assert.ok(first)
    assert.equal((await of("mine", w.people.dario)).length, 1)
    assert.equal((await of("mine", w.people.dario, "2026-04-19")).length, 0)
    assert.equal((await of("others", w.people.dario)).length, 0)
    assert.ok((await of("others.be.mandates.declaration")).length === 1)
    assert.deepEqual(await lines(w.people.oscar), [])
  })
})

describe("the public list", () => {
  it("is off until asked for, shows what the body chose, and nothing once closed", async () => {
    const w2 = await world()
    try {
      const amina = w2.people.amina
      const open = (shows: string[]) => w2.do(openOfficeList, { bodyId: w2.lisle, shows }, amina)
      const list = async () => (await w2.ask(readRegister, { bodyId: w2.lisle }, amina)).list
      const read = async (at: string) => {
        const token = at.split("/registre/")[1]!
        const reply = await publicRegister({
          params: { token },
          headers: {},
          db: w2.db,
          equipment: w2.equipment,
        } as unknown as Request)
        return [reply.status, String(reply.body)] as const
      }
      const there = {
        bodyId: w2.lisle,
        personId: w2.dario,
        institution: council,
        role: "councillor",
        origin: "elected",
      }
      await w2.do(
        recordOffice,
        {
          ...there,
          since: "2024-12-02",
          delegation: "Énergie <b>",
          stance: "opposition",
          paid: true,
          yearlyGrossCents: "777700",
        },
        amina,
      )
      await w2.do(recordOffice, { ...there, personId: w2.amina, since: "2024-12-02", listed: false }, amina)
      assert.equal(await list(), null)
      await open([])
      const at = (await list())!.address
      const [status, words] = await read(at)
      assert.equal(status, 200)
      for (const shown of ["Dario Lemmens", "conseiller", "Conseil communal de Lisle"])
        assert.ok(words.includes(shown), shown)
      for (const hidden of ["Amina", "7777", "opposition", "Énergie", "lisle.example"])
        assert.ok(!words.includes(hidden), hidden)
      await open(["stance", "delegation"])
      assert.equal((await list())!.address, at)
      assert.match((await read(at))[1], /opposition · Énergie &#60;b&#62;/)
      await w2.do(closeOfficeList, { bodyId: w2.lisle }, amina)
      assert.equal((await read(at))[0], 404)
      assert.equal((await read(`${at}x`))[0], 404)
      await open([])
      assert.notEqual((await list())!.address, at)
    } finally {
      await w2.end()
    }
  })
})
