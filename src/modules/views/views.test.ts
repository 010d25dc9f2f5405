import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type World, world } from "../../../tests/world.ts"
import { forgetView, keepView, listViews } from "./views.ts"

describe("saved views", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const mine = async (actor = w.people.dario) => (await w.ask(listViews, { list: "tasks.list" }, actor)).rows
  const keep = (name: string, search = "state=done") =>
    w.do(keepView, { list: "tasks.list", name, search }, w.people.dario)

  it("are kept by name for each person, and changed by the same name", async () => {
    await keep("Faites")
    await keep("Faites", "state=dropped")
    assert.deepEqual(await mine(), [{ name: "Faites", search: "state=dropped" }])
    assert.deepEqual(await mine(w.people.amina), [])
    assert.deepEqual(await mine(w.people.oscar), [])
  })

  it("are forgotten by their owner only", async () => {
    await keep("À moi")
    const input = { list: "tasks.list", name: "À moi" }
    for (const actor of [w.people.amina, w.people.oscar])
      await assert.rejects(w.do(forgetView, input, actor), { code: "not_found" })
    await w.do(forgetView, input, w.people.dario)
    assert.ok(!(await mine()).some(({ name }) => name === "À moi"))
  })

  it("are forty at most for a list", async () => {
    const had = (await mine()).length
    for (let n = had; n < 40; n++) await keep(`Vue ${n}`)
    await assert.rejects(keep("Une de trop"), { code: "views.too_many" })
  })
})
