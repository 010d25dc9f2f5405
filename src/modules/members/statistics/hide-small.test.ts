import assert from "node:assert/strict"
import { describe, it } from "node:test"
import fc from "fast-check"
import { FEW, hideDifferences, hideRings, hideSmall, isTotalShown, restOf } from "./hide-small.ts"

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

  const cellsOf = (counts: readonly number[]) => counts.map((count, index) => ({ key: String(index), count }))
  const isFew = (count: number) => count > 0 && count < FEW

  it("are not told by taking a body from it and those below", () => {
    // Seven here, nine with the chapter below: the chapter has two.
    assert.deepEqual(
      hideDifferences(cellsOf([9, 30, 12]), cellsOf([7, 30, 6])).map(({ count }) => count),
      [null, 30, null],
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { minLength: 1, maxLength: 8 }), (both) => {
        const here = cellsOf(both.map(([alone]) => alone))
        const all = cellsOf(both.map(([alone, below]) => alone + below))
        const rest = restOf(all, here)
        const [shownHere, shownAll] = [hideSmall(here), hideDifferences(all, here)]
        for (const [index, { count }] of rest.entries())
          if (shownHere[index]!.count !== null && shownAll[index]!.count !== null) assert.ok(!isFew(count))
      }),
    )
  })

  it("among rings leave the members out, whose number every other table tells", () => {
    const rings = (member: number, sympathiser: number, supporter: number) =>
      hideRings([
        { key: "member", count: member },
        { key: "sympathiser", count: sympathiser },
        { key: "supporter", count: supporter },
      ]).map(({ count }) => count)
    // Hidden with the supporters, the six members would be known from the table of years, and the supporters with them.
    assert.deepEqual(rings(6, 30, 3), [6, null, null])
    assert.deepEqual(rings(40, 12, 8), [40, 12, 8])
    assert.deepEqual(rings(3, 30, 12), [null, 30, null])
  })
})
