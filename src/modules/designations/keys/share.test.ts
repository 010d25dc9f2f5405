import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { before, describe, it } from "node:test"
import { loadWords } from "../../../words.ts"
import { decimal, seatBySeat } from "./by-hand.ts"
import { shownShare } from "./in-words.ts"
import { fitting, type Key, type Settled } from "./key.ts"
import { openTie, shareOut } from "./share.ts"

before(() => loadWords(["fr"]))

const lines = (...of: [name: string, weight: number, together?: string][]): Key["lines"] =>
  of.map(([name, weight, together = null]) => ({ name, weight, together }))
const key = (more: Partial<Key>): Key => ({ method: "dhondt", lines: [], ours: 0, equal: "open", basis: null, ...more })
type Vector = {
  id: string
  label: string
  method: string
  total_seats: number
  votes: Record<string, number>
  expected: Record<string, number>
  council_seats?: Record<string, number>
  tie_for_remaining?: string[]
}
const vectors: Vector[] = JSON.parse(
  readFileSync(new URL("../../../../tests/vectors/law/apportionment.json", import.meta.url), "utf8"),
).vectors

describe("a key between lists", () => {
  for (const v of vectors.filter(({ method }) => method === "dhondt" || method === "imperiali"))
    it(`${v.id}: ${v.label}`, () => {
      const said = key({ method: v.method as "dhondt", lines: lines(...Object.entries(v.votes)), equal: "most" })
      assert.deepEqual(shareOut(said, v.total_seats, []).seats, Object.values(v.expected))
    })

  for (const v of vectors.filter((one) => one.council_seats))
    it(`${v.id}: ${v.label}, and nobody is chosen between equals`, () => {
      const said = key({ method: "cpas", lines: lines(...Object.entries(v.council_seats!)) })
      const share = shareOut(said, v.total_seats, [])
      const tie = openTie(share)!
      assert.deepEqual(
        tie.result.tie!.among.map((at) => tie.names[at]),
        v.tie_for_remaining,
      )
      // Whose seats do not hang on the tie are known all the same.
      for (const [at, { name }] of said.lines.entries())
        assert.equal(share.seats[at] === null, v.tie_for_remaining!.includes(name))
    })

  it("gives the five delegates of Comines in 2018 as they were published", () => {
    const said = key({ lines: lines(["A", 12], ["B", 7], ["C", 4], ["D", 2]) })
    assert.deepEqual(shareOut(said, 5, []).seats, [3, 1, 1, 0])
  })

  it("counts lists that count together as one, which then share what they have", () => {
    const apart = key({ lines: lines(["A", 10], ["B", 4], ["C", 4]) })
    const together = key({ lines: lines(["A", 10], ["B", 4, "B et C"], ["C", 4, "b ET c"]) })
    assert.deepEqual(shareOut(apart, 3, []).seats, [2, null, null])
    const share = shareOut(together, 3, [])
    assert.deepEqual(share.stages[0]!.result.seats, [2, 1])
    assert.equal(openTie(share)!.of, "B et C")
    assert.equal(share.seats[0], 2)
    assert.deepEqual(
      shareOut({ ...together, lines: lines(["A", 10], ["B", 5, "X"], ["C", 4, "X"]) }, 3, []).seats,
      [2, 1, 0],
    )
  })

  it("leaves all seats open where everybody ties, and holds what was decided only for those very equals", () => {
    const said = key({ lines: lines(["A", 5], ["B", 5], ["C", 5]) })
    assert.deepEqual(shareOut(said, 1, []).seats, [null, null, null])
    assert.deepEqual(shareOut({ ...said, equal: "most" }, 1, []).seats, [null, null, null])
    const settled: Settled = { stage: "", among: [0, 1, 2], seats: 1, first: [2], how: "lot", words: "Tiré" }
    assert.deepEqual(shareOut(said, 1, [settled]).seats, [0, 0, 1])
    assert.deepEqual(shareOut(said, 2, [settled]).seats, [null, null, null])
    assert.deepEqual(shareOut({ ...said, lines: lines(["A", 5], ["B", 5], ["C", 4]) }, 1, [settled]).seats, [
      null,
      null,
      0,
    ])
  })

  it("shows the divisions in the order in which they gave the seats", () => {
    const share = shareOut(key({ lines: lines(["A", 12], ["B", 7], ["C", 4], ["D", 2]) }), 5, [])
    assert.deepEqual(
      seatBySeat(share.stages[0]!, "dhondt").map(({ nth, at, divisor }) => [nth, at, Number(divisor)]),
      [
        [1, 0, 1],
        [2, 1, 1],
        [3, 0, 2],
        [4, 0, 3],
        [5, 2, 1],
      ],
    )
    assert.deepEqual(
      [decimal(7n, 2n), decimal(2n, 3n), decimal(6n, 3n), decimal(12_345_678_901n, 10n)],
      ["3.5", "0.667", "2", "1234567890.1"],
    )
  })

  it("is said in words, with what no text settles said so", () => {
    const oupeye = key({ method: "cpas", lines: lines(["PS", 13], ["MR", 6], ["cdH", 6], ["Écolo", 2]), ours: 0 })
    const where = { country: "BE", kind: "cpas" as const, role: "councillor" as const }
    const shown = shownShare(oupeye, shareOut(oupeye, 11, []), 11, where, "fr")
    assert.match(shown.sentence, /^PS.: 13 sur 27, ce qui donne 5 sièges sur 11\.$/)
    assert.deepEqual(shown.open, { of: null, among: ["MR", "cdH"], seats: 1 })
    assert.ok(shown.rules.some((one) => /aucun texte lu jusqu’ici ne le règle/.test(one)))
    assert.match(shown.stages[0]!.rows[0]!.join(" | "), /13 × 11 ÷ 27 = 5,296 \| 5 \| 8\/27 \(0,296\) \| 5/)
    const sure = key({ method: "cpas", lines: lines(["PS", 9], ["MR", 6], ["cdH", 4]) })
    const rules = shownShare(sure, shareOut(sure, 9, []), 9, where, "fr").rules
    assert.ok(!rules.some((one) => /aucun texte/.test(one)))
    assert.deepEqual(shownShare(sure, shareOut(sure, 9, []), 9, { ...where, country: "FR" }, "fr").rules, [])
  })

  it("says of equals that they are at stake, and not that they no longer suffice", () => {
    const said = key({ lines: lines(["A", 4], ["B", 3], ["C", 3]) })
    const where = { country: "FR", kind: "commission" as const, role: "member" as const }
    const [stage] = shownShare(said, shareOut(said, 2, []), 2, where, "fr").stages
    assert.match(stage!.notes.join(" "), /B et C sont à égalité.+plus.: A, 4 ÷ 2 = 2\.$/)
  })

  it("of our components knows no ours and no grouping", () => {
    const said = fitting(key({ lines: lines(["Verts", 2, "X"], ["Citoyens", 1, "X"]), ours: 1 }), "components")
    assert.deepEqual([said.ours, said.lines[0]!.together], [null, null])
  })
})
