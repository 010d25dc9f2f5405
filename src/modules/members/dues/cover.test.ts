import assert from "node:assert/strict"
import { describe, it } from "node:test"
import fc from "fast-check"
import { duesUntil, isCovered, lastDayOf, standingOn, type YearOfDues } from "./cover.ts"

const day = (iso: string) => Temporal.PlainDate.from(iso)
const iso = (date: Temporal.PlainDate | null) => date?.toString() ?? null

describe("dues", () => {
  it("are covered by what is asked, by anything when free, and by being freed", () => {
    assert.equal(isCovered({ cents: 2500n, freed: null }, 2499n), false)
    assert.equal(isCovered({ cents: 2500n, freed: null }, 2500n), true)
    assert.equal(isCovered({ cents: null, freed: null }, 0n), false)
    assert.equal(isCovered({ cents: null, freed: null }, 1n), true)
    assert.equal(isCovered({ cents: 2500n, freed: "Sans revenu" }, 0n), true)
  })

  it("are paid until the end of the last covered year", () => {
    const years = [
      { year: 2025, covered: true, paid_before: null },
      { year: 2026, covered: false, paid_before: null },
    ]
    assert.equal(iso(duesUntil(null, years)), "2025-12-31")
    assert.equal(iso(duesUntil(day("2026-12-31"), years)), "2025-12-31")
  })

  it("go back to what stood before when the payment is cancelled", () => {
    const before = day("2025-06-30")
    const cancelled = [{ year: 2026, covered: false, paid_before: before }]
    assert.equal(iso(duesUntil(day("2026-12-31"), cancelled)), "2025-06-30")
  })

  it("leave a day that somebody typed, unless a paid year is later", () => {
    const years = [{ year: 2026, covered: true, paid_before: null }]
    assert.equal(iso(duesUntil(day("2028-03-01"), years)), "2028-03-01")
    assert.equal(iso(duesUntil(day("2026-03-01"), years)), "2026-12-31")
  })

  it("end, whatever was paid and cancelled in whatever order, where those still covered say", () => {
    const gesture = fc.record({ year: fc.integer({ min: 2020, max: 2026 }), pays: fc.boolean() })
    const typed = fc.option(fc.constantFrom("2019-05-05", "2022-06-30", "2030-01-01"))
    fc.assert(
      fc.property(typed, fc.array(gesture, { maxLength: 20 }), (written, gestures) => {
        const base = written ? day(written) : null
        const years = new Map<number, YearOfDues>()
        let current = base
        for (const { year, pays } of gestures) {
          const known = years.get(year)
          if (pays && !known?.covered) years.set(year, { year, covered: true, paid_before: current })
          if (!pays && known) years.set(year, { ...known, covered: false })
          current = duesUntil(current, [...years.values()])
        }
        const ends = [...years.values()].filter(({ covered }) => covered).map(({ year }) => lastDayOf(year))
        const expected = [...ends, ...(base ? [base] : [])].map(String).sort().at(-1) ?? null
        assert.equal(iso(current), expected)
      }),
    )
  })

  it("stand late the day after, soon in the last two months, for dates past and future alike", () => {
    assert.equal(standingOn(null, day("2026-05-02")), "never")
    assert.equal(standingOn(day("2026-05-01"), day("2026-05-02")), "late")
    assert.equal(standingOn(day("2026-05-02"), day("2026-05-02")), "soon")
    assert.equal(standingOn(day("2026-12-31"), day("2026-05-02")), "up_to_date")
    const days = fc.integer({ min: -40_000, max: 40_000 }).map((n) => day("2026-01-01").add({ days: n }))
    fc.assert(
      fc.property(days, days, (until, on) => {
        assert.equal(standingOn(until, on) === "late", Temporal.PlainDate.compare(until, on) < 0)
      }),
    )
  })
})
