import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type World, world } from "../../../tests/world.ts"
import { numbered, takeNumber } from "./contract.ts"

describe("takeNumber", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())
  const take = (body: string, kind: string, year: number) => w.look((db) => takeNumber(body, kind, year, db))

  it("counts from one for each body, kind and year", async () => {
    assert.deepEqual([await take(w.lisle, "PV", 2026), await take(w.lisle, "PV", 2026)], [1, 2])
    assert.equal(await take(w.lisle, "PV", 2027), 1)
    assert.equal(await take(w.lisle, "D", 2026), 1)
    assert.equal(await take(w.brume, "PV", 2026), 1)
  })

  it("leaves no gap when a taker fails, nor twins when many take at once", async () => {
    await assert.rejects(
      w.look(async (db) => {
        await takeNumber(w.lisle, "L", 2026, db)
        throw new Error("the meeting was not closed after all")
      }),
    )
    const taken = await Promise.all(Array.from({ length: 12 }, () => take(w.lisle, "L", 2026)))
    assert.deepEqual(
      taken.toSorted((a, b) => a - b),
      Array.from({ length: 12 }, (_, n) => n + 1),
    )
  })

  it("is written with the code of the body and four figures", () =>
    assert.equal(numbered("VAL", 2026, "PV", 4), "VAL-2026-PV-0004"))
})
