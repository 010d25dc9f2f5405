import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { brokenAlternation, highestAverages, largestRemainder, reordered, withBonus } from "./apportionment.ts"
import { chance, seeds } from "./for-tests.ts"

describe("seats of lists", () => {
  it("are all given, by any method, when somebody has votes", () => {
    for (const seed of seeds) {
      const pick = chance(seed)
      const votes = Array.from({ length: 1 + pick(6) }, () => BigInt(pick(5000)))
      if (votes.every((one) => one === 0n)) continue
      const count = 1 + pick(60)
      const ties = { votes: true, order: votes.map((_, list) => list) }
      const all = [
        ...(["dhondt", "imperiali", "sainte_lague"] as const).map((one) => highestAverages(votes, count, one, ties)),
        largestRemainder(votes, count, "hare", ties),
        largestRemainder(votes, count, "droop", ties),
        withBonus(votes, count, { bonus: [1, 4], threshold: 5, ties }),
      ]
      for (const { seats, open } of all) {
        assert.equal(open, false)
        assert.equal(
          seats.reduce((sum, one) => sum + one, 0),
          count,
          `seed ${seed}`,
        )
        // Who has more votes has no fewer seats.
        for (const [a, x] of votes.entries())
          for (const [b, y] of votes.entries()) if (x > y) assert.ok(seats[a]! >= seats[b]!, `seed ${seed}`)
      }
    }
  })
})

describe("a list", () => {
  it("alternates strictly, or says where it does not", () => {
    assert.equal(brokenAlternation(["f", "m", "f", "m"]), null)
    assert.equal(brokenAlternation(["f", "m", "m", "f"]), 2)
    assert.equal(brokenAlternation([]), null)
    assert.equal(brokenAlternation(["f", "n", "n", "f", "f"]), 4)
  })

  it("is re-ordered by the votes of each, its own order between equals", () => {
    assert.deepEqual(reordered([10n, 40n, 10n, 25n], 3), [1, 3, 0])
    assert.deepEqual(reordered([0n, 0n], 5), [0, 1])
  })
})
