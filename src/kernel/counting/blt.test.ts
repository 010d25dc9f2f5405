import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { readBlt, writeBlt } from "./blt.ts"
import { seeds, some } from "./for-tests.ts"
import { rankedMethods } from "./methods.ts"

describe("a BLT file", () => {
  it("says the same once written and read again", () => {
    for (const seed of seeds) {
      const election = some(seed)
      const again = readBlt(writeBlt(election))
      assert.deepEqual(rankedMethods.scottish(again).elected, rankedMethods.scottish(election).elected)
      assert.equal(again.title, election.title)
    }
  })

  const broken: [string, string, RegExp][] = [
    ["nothing", "", /blt_ended/],
    ["no seats", '3\n0\n"a"\n"b"\n"c"\n', /blt_head/],
    ["no end", "2 1\n1 1 2 0\n", /blt_ended/],
    ["a stranger", '2 1\n1 3 0\n0\n"a"\n"b"\n', /blt_candidate/],
    ["one twice", '2 1\n1 1 1 0\n0\n"a"\n"b"\n', /blt_twice/],
    ["no zero", '2 1\n1 1 2\n0\n"a"\n"b"\n', /blt_ballot/],
    ["a weight that is none", '2 1\nx 1 0\n0\n"a"\n"b"\n', /blt_ballot/],
    ["a negative candidate", '2 1\n-9\n0\n"a"\n"b"\n', /blt_candidate/],
    ["a name without quotes", "2 1\n1 1 0\n0\na\nb\n", /blt_name/],
    ["a million candidates", "1000000 1\n0\n", /blt_head/],
  ]
  for (const [name, text, code] of broken)
    it(`is refused with its line: ${name}`, () => {
      assert.throws(() => readBlt(text), code)
    })

  it("of two million ballots is read ballot by ballot, equal ones as one", () => {
    const lines = Array.from({ length: 2000 }, (_, at) => `1 ${(at % 3) + 1} ${((at + 1) % 3) + 1} 0\n`).join("")
    const text = `3 1\n${lines.repeat(1000)}0\n"a"\n"b"\n"c"\n"Beaucoup"\n`
    const election = readBlt(text)
    assert.equal(election.ballots.length, 3)
    assert.equal(
      election.ballots.reduce((sum, { weight }) => sum + weight, 0n),
      2_000_000n,
    )
  })

  it("with two candidates of one name keeps them apart", () => {
    const election = readBlt('2 1\n3 1 0\n1 2 0\n0\n"Jean Martin"\n"Jean Martin"\n')
    assert.deepEqual(rankedMethods.plurality(election).elected, [0])
  })

  it("takes a name again where each is a point, and says the line elsewhere", () => {
    const text = '2 2\n3 1 1 0\n1 1 2 0\n0\n"Ana"\n"Bo"\n"Points"\n'
    const points = rankedMethods.cumulative(readBlt(text, { repeats: true })).rounds[0]!.standing
    assert.deepEqual(
      points.map(({ votes }) => votes),
      ["7", "1"],
    )
    assert.throws(() => readBlt(text), { code: "counting.blt_twice", facts: { line: 2, word: "1" } })
  })
})
