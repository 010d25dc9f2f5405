import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { beWalloniaChapter } from "./be-wallonia-chapter.ts"
import { frRegionalGroup } from "./fr-regional-group.ts"
import { occasionsOpen } from "./year.ts"

const day = (date: string) => Temporal.PlainDate.from(date)
const nothing = { ends_of_terms: [], elections: [] }
const keys = (on: string, known: Parameters<typeof occasionsOpen>[2] = nothing, year = beWalloniaChapter.year) =>
  occasionsOpen(year, day(on), known).map(({ occasion }) => occasion.key)

describe("the year of a body", () => {
  it("proposes the accounts from 1 February to 31 March", () => {
    assert.deepEqual(keys("2027-01-31"), [])
    assert.deepEqual(keys("2027-02-01"), ["accounts"])
    assert.deepEqual(keys("2027-03-31"), ["accounts"])
    assert.deepEqual(keys("2027-04-01"), ["mandate-declarations"])
  })

  it("keeps open over the new year what opens in November", () => {
    const open = (on: string) => occasionsOpen(frRegionalGroup.year, day(on), nothing)
    const budget = (on: string) => open(on).find(({ occasion }) => occasion.key === "budget")
    for (const on of ["2026-11-01", "2026-12-31", "2027-01-01", "2027-03-31"]) {
      assert.equal(budget(on)?.from.toString(), "2026-11-01", on)
      assert.equal(budget(on)?.to.toString(), "2027-03-31", on)
    }
    assert.equal(budget("2027-04-01"), undefined)
  })

  it("ends February on its last day", () => {
    const open = occasionsOpen(frRegionalGroup.year, day("2028-02-29"), nothing)
    assert.equal(open.find(({ occasion }) => occasion.key === "group-envelope")?.to.toString(), "2028-02-29")
  })

  it("proposes elections once, three months before several terms end together", () => {
    const known = { ends_of_terms: [day("2027-09-30"), day("2027-09-30")], elections: [] }
    assert.deepEqual(keys("2027-06-29", known), [])
    assert.deepEqual(keys("2027-06-30", known), ["elections"])
  })

  it("proposes the list before a municipal election, and says for which", () => {
    const known = {
      ends_of_terms: [],
      elections: [
        { kind: "municipal", day: day("2030-10-13") },
        { kind: "regional", day: day("2031-01-01") },
      ],
    }
    assert.ok(keys("2029-06-01", known).includes("list-call"))
    assert.ok(keys("2030-02-01", known).includes("list-closing"))
    const list = occasionsOpen(beWalloniaChapter.year, day("2030-02-01"), known)
    const closing = list.find(({ occasion }) => occasion.key === "list-closing")
    assert.equal(closing?.because_of?.toString(), "2030-10-13")
  })

  it("puts first what closes first", () => {
    const known = { ends_of_terms: [day("2027-03-10")], elections: [] }
    assert.deepEqual(keys("2027-03-01", known), ["elections", "accounts"])
  })
})
