import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { moved, spanOf, weeksOf } from "./span.ts"

describe("the span of a calendar page", () => {
  it("holds the whole weeks that a month touches, four to six of them", () => {
    assert.deepEqual(
      [spanOf("month", "2026-05-15").from, spanOf("month", "2026-05-15").to],
      ["2026-04-27", "2026-05-31"],
    )
    assert.deepEqual(
      ["2027-02-01", "2026-05-01", "2026-08-01"].map((day) => weeksOf(spanOf("month", day)).length),
      [4, 5, 6],
    )
  })
  it("begins a week on Monday, across the change of clocks", () => {
    assert.deepEqual([spanOf("week", "2026-03-29").from, spanOf("week", "2026-03-29").to], ["2026-03-23", "2026-03-29"])
    assert.equal(spanOf("week", "2026-10-26").from, "2026-10-26")
  })
  it("moves by a month or by a week, both ways, over the end of a year", () => {
    assert.equal(moved(spanOf("month", "2026-01-31"), 1), "2026-02-01")
    assert.equal(moved(spanOf("month", "2026-12-10"), 1), "2027-01-01")
    assert.equal(moved(spanOf("month", "2026-01-10"), -1), "2025-12-01")
    assert.equal(moved(spanOf("week", "2026-12-30"), 1), "2027-01-06")
  })
})
