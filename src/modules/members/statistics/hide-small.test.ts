import assert from "node:assert/strict"
import { describe, it } from "node:test"
import fc from "fast-check"
import { FEW, hideSmall, isTotalShown } from "./hide-small.ts"

const shown = (...counts: number[]) =>
  hideSmall(counts.map((count, index) => ({ key: String(index), count }))).map(({ count }) => count)

describe("small figures", () => {
  it("are hidden below five, and zero is not a person", () => {
    assert.deepEqual(shown(40, 0, 12), [40, 0, 12])
    assert.deepEqual(shown(40, 3, 2, 3, 12), [40, null, null, null, 12])
  })

  it("hide a second one with them, so that none is known by difference", () => {
    assert.deepEqual(shown(40, 3, 12), [40, null, null])
    assert.deepEqual(shown(64, 1), [null, null])
  })

  it("hide more when those hidden could each be only one person", () =>
    assert.deepEqual(shown(40, 1, 1, 7), [40, null, null, null]))

  it("never leave a hidden figure that the total gives away", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 1, maxLength: 8 }), (counts) => {
        const cells = counts.map((count, index) => ({ key: String(index), count }))
        const all = hideSmall(cells)
        for (const [index, one] of all.entries())
          if (counts[index]! > 0 && counts[index]! < FEW) assert.equal(one.count, null)
        if (!isTotalShown(cells, all)) return
        const hidden = cells.filter((_, index) => all[index]!.count === null)
        if (hidden.length === 0) return
        // From the total and what is shown, the sum of the hidden is known. Each of them could still be several figures.
        const sum = hidden.reduce((total, { count }) => total + count, 0)
        for (const _ of hidden) assert.ok(sum - (hidden.length - 1) > 1, "only one figure is possible")
      }),
    )
  })
})
