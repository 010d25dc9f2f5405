import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type World, world } from "../../../tests/world.ts"
import { inOrganisation } from "../../kernel/db.ts"
import type { Actor } from "../../kernel/rule.ts"
import { logExchange } from "../counterparts/exchanges/log.ts"
import { addCounterpart } from "../counterparts/file/add.ts"
import { keepFile } from "../documents/contract.ts"
import { addItem } from "../meetings/agenda/add.ts"
import { prepareMeeting } from "../meetings/prepare.ts"
import { finishTasks } from "../tasks/finish.ts"
import { giveTask } from "../tasks/give.ts"
import { openMatter } from "./open.ts"
import { readTimeline } from "./timeline.ts"

describe("the thread of a matter", () => {
  let w: World
  let matterId: string
  before(async () => {
    w = await world()
    const { amina } = w.people
    const bodyId = w.lisle
    matterId = (await w.do(openMatter, { bodyId, title: "Place du Marché" }, amina)).matterId
    const { meetingId } = await w.do(prepareMeeting, { bodyId, day: "2026-05-20", at: "20:00" }, amina)
    await w.do(addItem, { meetingId, title: "Essai", matterId }, amina)
    await w.do(giveTask, { bodyId, what: "Mesurer", due: "2026-05-10", matterId }, amina)
    await w.do(giveTask, { bodyId, what: "Négocier", due: "2026-05-11", matterId, confidential: true }, amina)
    await w.do(giveTask, { bodyId, what: "Ailleurs", due: "2026-05-12" }, amina)
    const { counterpartId } = await w.do(addCounterpart, { bodyId, nature: "organisation", name: "Cercle" }, amina)
    const said = { bodyId, kind: "request", on: "2026-05-01", about: "Livreurs", theirsIds: [counterpartId], matterId }
    await w.do(logExchange, said, amina)
  })
  after(() => w.end())
  const read = (actor: Actor, more: object = {}) => w.ask(readTimeline, { matterId, ...more }, actor)
  const titles = async (actor: Actor, more: object = {}) => (await read(actor, more)).rows.map(({ title }) => title)

  it("is one list of what hangs on it in every module, the newest day first", async () => {
    assert.deepEqual(await titles(w.people.amina), ["Essai", "Négocier", "Mesurer", "Livreurs"])
    const { kinds } = await read(w.people.amina)
    assert.deepEqual(kinds, [
      { kind: "task", count: 2 },
      { kind: "exchange", count: 1 },
      { kind: "item", count: 1 },
    ])
    const { rows } = await read(w.people.amina, { kind: "item" })
    const since = Date.now() - rows[0]!.noted_at.epochMilliseconds
    assert.ok(since >= 0 && since < 600_000, "an item is known from the moment its identifier was made")
  })

  it("shows of each module what the reader may see there", async () => {
    assert.deepEqual(await titles(w.people.dario), ["Essai", "Mesurer"])
    await assert.rejects(read(w.people.ines), { code: "not_found" })
  })

  it("names a paper of two items once, with both, and says of a task the day it was done", async () => {
    const { amina } = w.people
    const { matterId: other } = await w.do(openMatter, { bodyId: w.lisle, title: "Halle" }, amina)
    const { meetingId } = await w.do(prepareMeeting, { bodyId: w.lisle, day: "2026-05-21", at: "20:00" }, amina)
    const content = new TextEncoder().encode("Un plan.")
    const fileId = await inOrganisation(w.db, w.organisation, (db) =>
      keepFile({ bodyId: w.lisle, name: "plan.txt", content }, { ...w.equipment, db, actor: amina, now: w.now }),
    )
    for (const title of ["Plan", "Budget"])
      await w.do(addItem, { meetingId, title, matterId: other, paperIds: [fileId] }, amina)
    const { taskId } = await w.do(giveTask, { bodyId: w.lisle, what: "Chiffrer", matterId: other }, amina)
    await w.do(finishTasks, { taskIds: [taskId] }, amina)
    const { rows, kinds } = await read(amina, { matterId: other })
    assert.deepEqual(
      rows.filter(({ kind }) => kind === "paper").map(({ title, note }) => [title, note]),
      [["plan.txt", "Budget, Plan"]],
    )
    assert.equal(kinds.find(({ kind }) => kind === "paper")?.count, 1)
    assert.equal(rows.find(({ kind }) => kind === "task")?.done_on?.toString(), "2026-05-02")
    assert.equal(rows.find(({ kind }) => kind === "item")?.done_on, null)
  })

  it("is read by kind, and page after page", async () => {
    assert.deepEqual(await titles(w.people.amina, { kind: "task" }), ["Négocier", "Mesurer"])
    const { next } = await read(w.people.amina, { limit: 2 })
    assert.deepEqual(await titles(w.people.amina, { limit: 2, after: next }), ["Mesurer", "Livreurs"])
  })
})
