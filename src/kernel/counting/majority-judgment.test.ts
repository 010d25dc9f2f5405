import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { chance, seeds } from "./for-tests.ts"
import { judge } from "./majority-judgment.ts"

describe("majority judgment", () => {
  it("ranks as taking one grade after the other away does", () => {
    for (const seed of seeds) {
      const pick = chance(seed)
      const voters = 1 + pick(9)
      const tallies = Array.from({ length: 4 }, () => {
        const grades = [0, 0, 0, 0]
        for (let one = 0; one < voters; one++) grades[pick(4)]!++
        return grades
      })
      const taken = tallies.map((grades) => {
        const left = grades.flatMap((many, grade) => Array.from({ length: many }, () => grade))
        const all: number[] = []
        while (left.length > 0) all.push(...left.splice(Math.floor((left.length - 1) / 2), 1))
        return all
      })
      const before = (a: number[], b: number[]) => a.findIndex((grade, at) => grade !== b[at])
      const ranks = taken.map(
        (mine) =>
          1 +
          taken.filter((other) => {
            const at = before(other, mine)
            return at !== -1 && other[at]! > mine[at]!
          }).length,
      )
      const found = judge(
        tallies.map((grades) => grades.map(BigInt)),
        { as: "grade", grade: 0 },
        BigInt(voters),
      )
      assert.deepEqual(found.ranks, ranks, `seed ${seed}`)
    }
  })
})
