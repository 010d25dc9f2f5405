import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { newId } from "./id.ts"

describe("a new identifier", () => {
  const many = Array.from({ length: 20_000 }, newId)

  it("is a UUID of version 7 that carries its moment", () => {
    const before = Date.now()
    const id = newId()
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    // Many in one millisecond borrow from the next ones; never more than a few.
    assert.ok(Math.abs(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16) - before) < 50)
  })
  it("is never given twice, and comes after the one before", () => {
    assert.equal(new Set(many).size, many.length)
    assert.deepEqual(many, many.toSorted())
  })
})
