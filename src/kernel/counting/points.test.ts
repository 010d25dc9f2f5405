import assert from "node:assert/strict"
import { describe, it } from "node:test"
import type { Election } from "./count.ts"
import { countInWords } from "./count-in-words.ts"
import { countCumulative, countVoices } from "./points.ts"

describe("voices and points", () => {
  const election: Election = {
    title: "",
    candidates: ["A", "B", "C"],
    seats: 2,
    withdrawn: [],
    ties: null,
    ballots: [
      { weight: 3n, ranks: [[0, 1]] },
      { weight: 2n, ranks: [[2]] },
      { weight: 1n, ranks: [[0, 1, 2]] },
    ],
  }
  it("void a ballot that names more than it may", () => {
    const limited = countVoices(election, { method: "limited", most: 2 })
    assert.deepEqual(
      limited.rounds[0]!.standing.map(({ votes }) => votes),
      ["3", "3", "2"],
    )
  })
  it("leave a seat vacant rather than give it to whom nobody named", () => {
    const ballots = [{ weight: 5n, ranks: [[1]] }]
    const found = countVoices({ ...election, ballots }, { method: "approval" })
    assert.deepEqual([found.elected, found.seats, found.open], [[1], 2, null])
    assert.deepEqual(countInWords("fr", found, election.candidates).at(-1), ["B est élu·e. Un siège reste vacant."])
    assert.deepEqual(found.ranking, [[1], [0, 2]])
  })
  it("add up when several points go to one", () => {
    const ballots = [
      { weight: 2n, ranks: [[2, 2, 2]] },
      { weight: 3n, ranks: [[0, 1]] },
      { weight: 9n, ranks: [[1, 1, 1, 1]] },
    ]
    const found = countCumulative({ ...election, ballots }, 3)
    assert.deepEqual(found.ranking, [[2], [0, 1]])
    assert.deepEqual(found.open, { among: [0, 1], seats: 1 })
  })
})
