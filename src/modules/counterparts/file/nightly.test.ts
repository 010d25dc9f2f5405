import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { sql } from "kysely"
import { type World, world } from "../../../../tests/world.ts"
import type { Actor } from "../../../kernel/rule.ts"
import { system } from "../../../kernel/job.ts"
import { logExchange } from "../exchanges/log.ts"
import { waiting } from "../waiting.ts"
import { addCounterpart } from "./add.ts"
import { keepCounterpart } from "./keep.ts"
import { listCounterparts, readCounterpartFilters } from "./list.ts"
import { endRolesNightly, followRoles, forgetInTime } from "./nightly.ts"
import { readCounterpart } from "./read-counterpart.ts"

let w: World
before(async () => {
  w = await world()
})
after(() => w.end())

let n = 0
const person = async (more: object = {}) =>
  (
    await w.do(
      addCounterpart,
      {
        bodyId: w.lisle,
        nature: "person",
        given_name: "Paul",
        name: `Contact ${++n}`,
        email: `p${n}@x.example`,
        ...more,
      },
      w.people.amina,
    )
  ).counterpartId
const at = (iso: string) => Temporal.Instant.from(`${iso}T02:00:00Z`)
const night = (iso: string, run: (given: any) => Promise<unknown> = forgetInTime) =>
  w.look((db) => run({ ...w.equipment, db, actor: system(w.organisation), now: at(iso) }))
const of = async (id: string) => (await w.ask(readCounterpart, { counterpartId: id }, w.people.amina)).counterpart
const heldSince = (id: string, day: string) =>
  w.look((db) => sql`update counterparts set added_on = ${day}::date where id = ${id}`.execute(db))

describe("a contact without exchange", () => {
  it("is kept by who keeps the file, and by nobody else", async () => {
    const counterpartId = await person()
    const keep = (actor: Actor) =>
      w.do(keepCounterpart, { counterpartId, until: "2027-01-01", reason: "Dossier du pont" }, actor)
    await assert.rejects(keep(w.people.oscar), { code: "not_found" })
    await assert.rejects(keep(w.people.dario), { code: "not_found" })
    await assert.rejects(keep(await w.holding(["counterparts.read"])), { code: "not_allowed" })
    await keep(await w.holding(["counterparts.read", "counterparts.manage"]))
  })

  it("for three years is announced, told to who keeps the file, and forgotten a month later", async () => {
    const [old, recent] = [await person(), await person()]
    await heldSince(old, "2023-05-02")
    await heldSince(recent, "2023-05-03")
    await night("2026-05-02")
    assert.equal(String((await of(old)).forget_on), "2026-06-01")
    assert.equal((await of(recent)).forget_on, null)
    const lines = await w.look((db) => waiting({ ...w.equipment, db, actor: w.people.amina, now: w.now } as never))
    const line = lines.find(({ key }) => key === "counterparts.waiting.forget")
    assert.deepEqual([line?.facts?.["count"], String(line?.due)], [1, "2026-06-01"])
    const { rows } = await w.ask(listCounterparts, { bodyId: w.lisle, state: "forgetting" }, w.people.amina)
    assert.deepEqual(
      rows.map(({ id }) => id),
      [old],
    )
    await night("2026-05-31")
    assert.notEqual((await of(old)).name, "—")
    await night("2026-06-01")
    const { name, email, forget_on } = await of(old)
    assert.deepEqual([name, email, forget_on], ["—", null, null])
    // Who is forgotten is not announced again.
    await heldSince(old, "2020-01-01")
    await night("2026-06-02")
    assert.equal((await of(old)).forget_on, null)
  })

  it("is kept by an exchange, or by a reason until a day", async () => {
    const [met, kept] = [await person(), await person()]
    for (const id of [met, kept]) await heldSince(id, "2020-01-01")
    await night("2026-05-02")
    await w.do(
      logExchange,
      { bodyId: w.lisle, kind: "call", on: "2026-05-02", about: "Bonjour", theirsIds: [met] },
      w.people.amina,
    )
    const keep = (until: string) =>
      w.do(keepCounterpart, { counterpartId: kept, until, reason: "Dossier du pont" }, w.people.amina)
    await assert.rejects(keep("2026-05-01"), { message: /in_the_past/ })
    await assert.rejects(keep("2037-05-01"), { message: /too_far/ })
    await keep("2026-12-31")
    await night("2026-06-01")
    assert.notEqual((await of(met)).name, "—")
    assert.equal((await of(met)).forget_on, null)
    const { name, kept_reason, forget_on } = await of(kept)
    assert.ok(name !== "—" && forget_on === null)
    assert.equal(kept_reason, "Dossier du pont")
    await night("2027-01-01")
    assert.equal(String((await of(kept)).forget_on), "2027-01-31")
  })

  it("is never an organisation", async () => {
    const { counterpartId } = await w.do(
      addCounterpart,
      { bodyId: w.lisle, nature: "organisation", kind: "media", name: "La Vesle" },
      w.people.amina,
    )
    await heldSince(counterpartId, "2010-01-01")
    await night("2026-05-02")
    assert.equal((await of(counterpartId)).forget_on, null)
  })
})

describe("somebody whose role ends", () => {
  it("is found under that organisation until its last day, and no more the day after", async () => {
    const outside = await w.do(
      addCounterpart,
      { bodyId: w.lisle, nature: "organisation", kind: "media", name: "Gazette Zibeline" },
      w.people.amina,
    )
    const contact = await person({ outsideId: outside.counterpartId, title: "rédactrice" })
    await w.look((db) =>
      sql`update counterpart_roles set until = '2026-05-10' where contact_id = ${contact}`.execute(db),
    )
    const found = async () =>
      (await w.ask(listCounterparts, { bodyId: w.lisle, q: "zibeline", nature: "person" }, w.people.amina)).rows.length
    await night("2026-05-10", followRoles)
    assert.equal(await found(), 1)
    await night("2026-05-11", endRolesNightly.run)
    assert.equal(await found(), 0)
  })
})

describe("an official territory", () => {
  it("is found by what is above it", async () => {
    const owner = new (await import("pg")).default.Client(w.owner)
    await owner.connect()
    await owner.query(`insert into territories (country, level, code, name, parent_level, parent_code, postcodes, source, vintage) values
      ('BE', 'province', '90000', 'Province de Namur', null, null, '{}', 'test', '2026-01-01'),
      ('BE', 'municipality', '91030', 'Ciney', 'province', '90000', '{5590}', 'test', '2026-01-01')`)
    await owner.end()
    const there = await person({ territory: "Ciney", territory_code: "BE/municipality/91030" })
    const free = await person({ territory: "Condroz" })
    const by = async (territory: string) =>
      (await w.ask(listCounterparts, { bodyId: w.lisle, territory }, w.people.amina)).rows.map(({ id }) => id)
    assert.deepEqual(await by("BE/province/90000"), [there])
    assert.deepEqual(await by("BE/municipality/91030"), [there])
    assert.deepEqual(await by("Condroz"), [free])
    const { territories } = await w.ask(readCounterpartFilters, { bodyId: w.lisle }, w.people.amina)
    assert.deepEqual(
      territories.map(({ words }) => words),
      ["Ciney", "Condroz", "Province de Namur"],
    )
  })
})
