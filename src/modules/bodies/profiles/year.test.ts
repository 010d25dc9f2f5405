import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { beWalloniaChapter } from "./be-wallonia-chapter.ts"
import { frChapter } from "./fr-chapter.ts"
import { frRegionalGroup } from "./fr-regional-group.ts"
import { type KnownDay, knownDays, occasionsOpen } from "./year.ts"

const day = (date: string) => Temporal.PlainDate.from(date)
const nothing = { ends_of_terms: [], days: [] }
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
    const known = { ends_of_terms: [day("2027-09-30"), day("2027-09-30")], days: [] }
    assert.deepEqual(keys("2027-06-29", known), [])
    assert.deepEqual(keys("2027-06-30", known), ["elections"])
  })

  it("proposes the list before a municipal election, and says for which", () => {
    const known = {
      ends_of_terms: [],
      days: [
        { kind: "municipal", day: day("2030-10-13") },
        { kind: "regional", day: day("2031-01-01") },
      ],
    }
    assert.ok(keys("2029-06-01", known).includes("list-call"))
    assert.ok(keys("2030-02-01", known).includes("list-closing"))
    const list = occasionsOpen(beWalloniaChapter.year, day("2030-02-01"), known)
    const closing = list.find(({ occasion }) => occasion.key === "list-closing")
    assert.equal(closing?.because_of?.day.toString(), "2030-10-13")
  })

  it("counts from the month that the law gives, until somebody has written the day", () => {
    const byLaw = frRegionalGroup.elections
    const open = (on: string, written: KnownDay[] = []) =>
      occasionsOpen(frRegionalGroup.year, day(on), { ends_of_terms: [], days: knownDays(written, byLaw) })
        .filter(({ because_of }) => because_of)
        .map(({ occasion, because_of, to }) => `${occasion.key} ${because_of!.day} ${to}`)
    assert.deepEqual(open("2027-05-31"), [])
    assert.deepEqual(open("2027-06-01"), ["end-of-term 2028-03-01 2027-12-01"])
    assert.deepEqual(open("2028-03-30"), [], "what follows an election waits for the end of its month")
    assert.deepEqual(open("2028-03-31"), ["new-term 2028-03-01 2028-06-30"])
    const decree = [{ kind: "regional", day: day("2028-03-19") }]
    assert.deepEqual(open("2027-06-18", decree), [])
    assert.deepEqual(open("2027-06-19", decree), ["end-of-term 2028-03-19 2027-12-19"])
    assert.deepEqual(open("2028-03-19", decree), ["new-term 2028-03-19 2028-06-19"])
  })

  it("knows of a French chapter its municipal and regional elections, and its congress once the day is written", () => {
    const { elections, year } = frChapter
    const open = (on: string, written: KnownDay[] = []) =>
      keys(on, { ends_of_terms: [], days: knownDays(written, elections) }, year)
    assert.ok(open("2030-10-01").includes("list-call"), "eighteen months before March 2032")
    assert.ok(open("2031-09-01").includes("list-closing"))
    assert.ok(open("2027-05-01").includes("regional-campaign"))
    assert.ok(!open("2027-04-20").includes("congress"))
    assert.ok(open("2027-04-20", [{ kind: "congress", day: day("2027-06-12") }]).includes("congress"))
  })

  it("puts first what closes first", () => {
    const known = { ends_of_terms: [day("2027-03-10")], days: [] }
    assert.deepEqual(keys("2027-03-01", known), ["elections", "accounts"])
  })
})
