import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { setTimeout as pause } from "node:timers/promises"
import { type World, world } from "../../../tests/world.ts"
import { openLive, writersInMemory } from "../../kernel/live.ts"
import { answer } from "../../kernel/read.ts"
import type { Actor } from "../../kernel/rule.ts"
import { beginText } from "./begin.ts"
import { readWriting } from "./writing.ts"

describe("who writes a text at this moment", () => {
  let w: World
  let textId: string
  before(async () => {
    w = await world()
    ;({ textId } = await w.do(beginText, { bodyId: w.lisle, kind: "wish", title: "Vœu" }, w.people.amina))
  })
  after(() => w.end())

  it("is shown to the others who may write it, in every process, and never to oneself", async () => {
    const other = await openLive(w.db, w.appPool)
    const there = (actor: Actor, typed = false) =>
      answer(
        readWriting,
        { textId, typed },
        { actor, db: w.db, equipment: { ...w.equipment, live: other }, now: w.now },
      )
    try {
      const colleague = await w.holding(["texts.manage", "texts.write"])
      assert.deepEqual((await there(colleague)).writers, [])
      await w.ask(readWriting, { textId, typed: true }, w.people.amina)
      for (let tries = 0; (await there(colleague)).writers.length === 0 && tries < 100; tries++) await pause(20)
      assert.deepEqual(
        (await there(colleague)).writers.map(({ name }) => name),
        ["Amina Belkacem"],
      )
      assert.deepEqual((await there(w.people.amina)).writers, [])
    } finally {
      await other.stop()
    }
  })

  it("is told to nobody who may not write it", async () => {
    const reader = await w.holding(["texts.write"])
    for (const actor of [w.people.dario, w.people.ines, w.people.oscar, reader])
      await assert.rejects(w.ask(readWriting, { textId, typed: true }, actor), { code: "not_found" })
  })

  it("is forgotten after some seconds of silence", () => {
    let now = 0
    const writers = writersInMemory(() => now)
    writers.heard("o", "text 1", "karim")
    now = 5000
    writers.heard("o", "text 1", "ines")
    assert.deepEqual(writers.of("o", "text 1"), ["karim", "ines"])
    assert.deepEqual([...writers.of("p", "text 1"), ...writers.of("o", "text 2")], [])
    now = 8000
    assert.deepEqual(writers.of("o", "text 1"), ["ines"])
    now = 13_000
    assert.deepEqual(writers.of("o", "text 1"), [])
  })
})
