import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { giveTask } from "../../tasks/contract.ts"
import { askHelp } from "../asking/help.ts"
import { findSkills } from "./find.ts"
import { readGaps } from "./gaps.ts"
import { readGrid } from "./grid.ts"
import { whoToAsk } from "./who.ts"
import { readOfPerson } from "../sheet/read.ts"
import type { World } from "../../../../tests/world.ts"
import { type SkillsWorld, skillsWorld } from "../../../../tests/skills-world.ts"

let w: World
let somebody: SkillsWorld["somebody"]
let added: SkillsWorld["added"]
let said: SkillsWorld["said"]
before(async () => {
  ;({ w, somebody, added, said } = await skillsWorld())
})
after(() => w.end())

describe("the grid", () => {
  it("shows all to who reads people, and to members those who wished it, and themselves", async () => {
    const skillId = await added("Dessiner")
    const [open, closed] = [await somebody("Ouvert"), await somebody("Discret")]
    await said(open, [{ skillId, level: "teaches" }], { shared: true })
    await said(closed, [{ skillId, level: "well" }])
    const grid = (actor = w.people.dario) => w.ask(readGrid, { bodyId: w.lisle, skillId }, actor)
    const names = async (actor = w.people.dario) => (await grid(actor)).rows.map(({ name }) => name)
    assert.deepEqual(await names(w.people.amina), ["Léon Discret", "Léon Ouvert"])
    assert.deepEqual(await names(), ["Léon Ouvert"])
    assert.deepEqual(await names(w.as(closed)), ["Léon Discret", "Léon Ouvert"])
    for (const actor of [w.people.ines, w.people.oscar]) await assert.rejects(grid(actor), { code: "not_found" })
    await assert.rejects(w.ask(readGaps, { bodyId: w.lisle }, w.people.dario), { code: "not_found" })
    await assert.rejects(w.ask(whoToAsk, { skillId }, w.people.dario), { code: "not_found" })
    assert.equal((await w.ask(readOfPerson, { personId: closed }, w.people.dario)).bodies.length, 0)
  })

  it("is paged by name without losing anybody", async () => {
    const skillId = await added("Chanter")
    for (const name of ["Un", "Deux", "Trois", "Quatre"])
      await said(await somebody(`Page${name}`), [{ skillId, wants: true }])
    const first = await w.ask(readGrid, { bodyId: w.lisle, skillId, limit: 3 }, w.people.amina)
    const then = await w.ask(readGrid, { bodyId: w.lisle, skillId, limit: 3, after: first.next! }, w.people.amina)
    assert.equal(new Set([...first.rows, ...then.rows].map(({ id }) => id)).size, 4)
    assert.equal(then.next, null)
  })

  it("names first what nobody can do, then what hangs on one person", async () => {
    const [nobody, one, two] = [await added("Jongler"), await added("Traire"), await added("Nager")]
    const [a, b] = [await somebody("Seule"), await somebody("Autre")]
    await said(a, [
      { skillId: one, level: "well" },
      { skillId: two, level: "well" },
    ])
    await said(b, [
      { skillId: nobody, wants: true },
      { skillId: two, level: "some" },
    ])
    await said(await somebody("Troisieme"), [{ skillId: nobody, wants: true }])
    const { rows } = await w.ask(readGaps, { bodyId: w.lisle }, w.people.amina)
    const of = (id: string) => rows.find((gap) => gap.id === id)
    assert.deepEqual([of(nobody)!.knows, of(nobody)!.wants], [0, 2])
    assert.equal(of(one)!.person_name, "Léon Seule")
    assert.equal(of(two), undefined)
    assert.ok(rows.indexOf(of(nobody)!) < rows.indexOf(of(one)!))
  })

  it("says whom to ask with tasks carried and requests made", async () => {
    const skillId = await added("Conduire un bus")
    const [free, busy] = [await somebody("Libre"), await somebody("Charge")]
    for (const personId of [free, busy]) await said(personId, [{ skillId, level: "well" }], { slots: ["4e"] })
    for (const what of ["a", "b", "c"]) await w.do(giveTask, { bodyId: w.lisle, what, ownerId: busy }, w.people.amina)
    const asked = (on = "2026-05-07") => w.ask(whoToAsk, { skillId, on }, w.people.amina)
    assert.deepEqual(
      (await asked()).people.map(({ name, turn }) => [name, turn]),
      [
        ["Léon Libre", "first"],
        ["Léon Charge", "perhaps"],
      ],
    )
    await w.do(askHelp, { skillId, personId: free }, w.people.amina)
    assert.ok((await asked()).people.every(({ turn }) => turn === "perhaps"))
    assert.ok((await asked("2026-05-08")).people.every(({ turn }) => turn === "later"))
  })

  it("is found by its words, as one asks it", async () => {
    const find = (q: string, actor = w.people.dario) =>
      w.look((db) => findSkills(q, { ...w.equipment, actor, db, now: w.now }))
    assert.deepEqual(
      (await find("qui sait faire la cuisine")).map(({ name }) => name),
      ["Cuisiner pour trente"],
    )
    assert.deepEqual(
      (await find("Qui sait cuisiner ?")).map(({ name }) => name),
      ["Cuisiner pour trente"],
    )
    assert.deepEqual(
      (await find("qui sait compter")).map(({ name }) => name),
      ["Tenir les comptes"],
    )
    assert.deepEqual(await find("qui sait compter", w.people.oscar), [])
    assert.deepEqual(await find("%"), [])
  })
})
