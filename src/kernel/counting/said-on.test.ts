import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { saidOn } from "./said-on.ts"

const candidates = ["Ana", "Bo", "Cy"]
const of = (method: string, kind = "candidates") => ({ kind, method, candidates })

describe("a ballot paper", () => {
  it("says the same by ticks of a page with script and by the text of one without", () => {
    assert.deepEqual(saidOn(of("approval"), { c0: true, c2: true }), { ranks: [[0, 2]] })
    assert.deepEqual(saidOn(of("approval"), { c0: "1", c2: "1" }), { ranks: [[0, 2]] })
    assert.deepEqual(saidOn(of("approval"), { c0: false, c1: undefined }), { ranks: [] })
    for (const places of [
      { c0: 2, c2: 1 },
      { c0: "2", c1: "", c2: "1" },
    ])
      assert.deepEqual(saidOn(of("schulze"), places), { ranks: [[2], [0]] })
  })

  it("names one, or is blank", () => {
    assert.deepEqual(saidOn(of("plurality"), { one: "1" }), { ranks: [[1]] })
    assert.deepEqual(saidOn(of("plurality"), { one: "blank" }), { ranks: [] })
    assert.deepEqual(saidOn(of("majority", "yes_no"), { answer: "for" }), { answer: "for" })
  })

  it("gives each grade its place, the worst last, and says nothing where nobody is graded", () => {
    const { ranks } = saidOn(of("majority_judgment"), { c0: "1", c2: "7" })
    assert.deepEqual(ranks, [[0], [], [], [], [], [], [2]])
    assert.deepEqual(saidOn(of("majority_judgment"), {}), { ranks: [] })
  })

  it("leaves places that nobody has out, for the ranks to follow one another", () => {
    assert.deepEqual(saidOn(of("scottish"), { c0: "3", c1: "1", c2: "3" }), { ranks: [[1], [0, 2]] })
  })
})
