import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type World, world } from "../../../tests/world.ts"
import { openMatter } from "../matters/open.ts"
import { readMatter } from "../matters/reads.ts"
import { giveTask } from "../tasks/give.ts"
import { sightOfThing } from "./of.ts"

let w: World
before(async () => (w = await world()))
after(() => w.end())

const names = (of: { name: string }[]) => of.map(({ name }) => name).toSorted()

describe("who can see a thing", () => {
  it("is everyone of the body for an open matter, by function or as a member", async () => {
    const { matterId } = await w.do(openMatter, { bodyId: w.lisle, title: "Place du Marché" }, w.people.dario)
    const seers = await w.ask(sightOfThing, { kind: "matter", id: matterId as string }, w.people.dario)
    assert.equal(seers.confidential, false)
    assert.deepEqual(names(seers.functions), ["Amina Belkacem"])
    assert.deepEqual(seers.functions[0]!.functions, ["Secrétaire administrative, Locale de Lisle"])
    assert.deepEqual(names(seers.members), ["Dario Lemmens"])
  })

  it("is fewer for a confidential one: who reads what is confidential, and who leads it", async () => {
    const other = await w.holding(["matters.manage"])
    const input = { bodyId: w.lisle, title: "Litige", confidential: true, leadId: w.dario }
    const { matterId } = await w.do(openMatter, input, w.people.amina)
    const seers = await w.ask(sightOfThing, { kind: "matter", id: matterId as string }, w.people.amina)
    assert.equal(seers.confidential, true)
    assert.deepEqual(names(seers.functions), ["Amina Belkacem"])
    assert.deepEqual(names(seers.members), ["Dario Lemmens"])
    await assert.rejects(w.ask(sightOfThing, { kind: "matter", id: matterId as string }, other), { code: "not_found" })
  })

  it("says of each person what that person’s own reading says", async () => {
    const input = { bodyId: w.lisle, title: "Secret", confidential: true, leadId: w.dario }
    const { matterId } = await w.do(openMatter, input, w.people.amina)
    const seers = await w.ask(sightOfThing, { kind: "matter", id: matterId as string }, w.people.amina)
    const all = [...seers.functions, ...seers.members, ...seers.named].map(({ id }) => id)
    for (const personId of [w.amina, w.dario, w.ines, (await w.holding(["tasks.manage"])).personId!]) {
      const reads = await w.ask(readMatter, { matterId: matterId as string }, w.as(personId)).then(
        () => true,
        () => false,
      )
      assert.equal(all.includes(personId), reads, personId)
    }
  })

  it("names whoever has a task of another body, and counts those one may not name", async () => {
    await w.known(w.ines)
    const input = { bodyId: w.lisle, what: "Relire", ownerId: w.ines, confidential: true }
    const { taskId } = await w.do(giveTask, input, w.people.amina)
    const seers = await w.ask(sightOfThing, { kind: "task", id: taskId as string }, w.people.amina)
    assert.deepEqual(names([...seers.named, ...seers.members]), ["Inès Vandermeer"])
    const hers = await w.ask(sightOfThing, { kind: "task", id: taskId as string }, w.people.ines)
    assert.deepEqual(names(hers.functions), [])
    assert.equal(hers.unnamed, 1)
  })

  it("is, of contact details, who reads people where that person is", async () => {
    const seers = await w.ask(sightOfThing, { kind: "person", id: w.dario }, w.people.dario)
    assert.deepEqual(names(seers.functions), ["Amina Belkacem"])
    assert.deepEqual(names(seers.members), ["Dario Lemmens"])
    await assert.rejects(w.ask(sightOfThing, { kind: "person", id: w.amina }, w.people.dario), { code: "not_found" })
    await assert.rejects(w.ask(sightOfThing, { kind: "person", id: w.dario }, w.people.oscar), { code: "not_found" })
  })
})
