import assert from "node:assert/strict"
import { describe, it } from "node:test"
import fc from "fast-check"
import { rollLineOn, type RollPerson, type RollRule } from "./roll.ts"

const day = (iso: string) => Temporal.PlainDate.from(iso)
const rule: RollRule = { who: "members_up_to_date", functions: [], waiting_months: 3, age_years: 16, grace_days: 0 }
const member = (since: string, more: { until?: string; dues?: string; ring?: string } = {}): RollPerson => ({
  person_id: "p",
  name: "Leïla Ben Ammar",
  left_on: null,
  born_on: null,
  functions: [],
  memberships: [
    {
      ring: more.ring ?? "member",
      since: day(since),
      until: more.until ? day(more.until) : null,
      dues_until: more.dues ? day(more.dues) : null,
    },
  ],
})
const reasons = (person: RollPerson, on: string, more: Partial<RollRule> = {}) => {
  const { entitled, reasons: all } = rollLineOn(person, { ...rule, ...more }, day(on))
  return [entitled, ...all.map(({ is, day: when }) => (when ? `${is} ${when}` : is))]
}

describe("the roll of a body on a day", () => {
  it("has the member whose dues are paid, and says since when", () =>
    assert.deepEqual(reasons(member("2025-01-01", { dues: "2026-12-31" }), "2026-05-21"), [
      true,
      "member_since 2025-01-01",
      "dues_paid 2026-12-31",
    ]))

  it("leaves out who is too young, until the birthday", () => {
    const young = { ...member("2025-01-01", { dues: "2026-12-31" }), born_on: day("2010-05-22") }
    assert.deepEqual(reasons(young, "2026-05-21"), [false, "too_young 2026-05-22"])
    assert.equal(reasons(young, "2026-05-22")[0], true)
    assert.equal(reasons(young, "2026-05-21", { age_years: 0 })[0], true, "where no age is asked")
  })

  it("says of each other why not, every reason together", () => {
    assert.deepEqual(reasons(member("2026-04-02", { dues: "2026-05-20" }), "2026-05-21"), [
      false,
      "waiting 2026-07-02",
      "dues_late 2026-05-20",
    ])
    assert.deepEqual(reasons(member("2025-01-01"), "2026-05-21"), [false, "dues_never"])
    assert.deepEqual(reasons(member("2025-01-01", { until: "2026-05-20" }), "2026-05-21"), [false, "ended 2026-05-20"])
    assert.deepEqual(reasons(member("2026-06-01"), "2026-05-21"), [false, "not_yet 2026-06-01"])
    assert.deepEqual(reasons(member("2025-01-01", { ring: "sympathiser" }), "2026-05-21"), [false, "ring"])
    const gone = { ...member("2025-01-01", { dues: "2026-12-31" }), left_on: day("2026-05-20") }
    assert.deepEqual(reasons(gone, "2026-05-21"), [false, "left 2026-05-20"])
  })

  it("counts both the first and the last day", () => {
    const person = member("2026-02-21", { until: "2026-05-21", dues: "2026-05-21" })
    assert.equal(reasons(person, "2026-05-21")[0], true)
    assert.equal(reasons(person, "2026-05-20")[0], false)
    assert.equal(reasons(person, "2026-05-22")[0], false)
  })

  it("counts three months from a last day of a month to the last day there is", () => {
    const person = member("2025-11-30", { dues: "2027-12-31" })
    assert.equal(reasons(person, "2026-02-27")[0], false)
    assert.equal(reasons(person, "2026-02-28")[0], true)
  })

  it("waits no second time for who was a member until the day before", () => {
    const person = member("2025-01-01", { until: "2026-04-30" })
    person.memberships.push({ ring: "member", since: day("2026-05-01"), until: null, dues_until: day("2026-12-31") })
    assert.deepEqual(reasons(person, "2026-05-21"), [true, "member_since 2025-01-01", "dues_paid 2026-12-31"])
  })

  it("leaves the days of grace of the rulebook", () => {
    const person = member("2020-01-01", { dues: "2025-12-31" })
    assert.deepEqual(reasons(person, "2026-01-31", { grace_days: 31 }), [
      true,
      "member_since 2020-01-01",
      "dues_grace 2025-12-31",
    ])
    assert.deepEqual(reasons(person, "2026-02-01", { grace_days: 31 }), [false, "dues_late 2025-12-31"])
  })

  it("asks of members alone neither dues nor, without waiting, time", () =>
    assert.deepEqual(reasons(member("2026-05-21"), "2026-05-21", { who: "members", waiting_months: 0 }), [
      true,
      "member_since 2026-05-21",
    ]))

  it("takes holders by their function that day", () => {
    const person = member("2020-01-01")
    person.functions.push({ key: "delegate", name: "Déléguée", since: day("2025-01-01"), until: day("2026-05-20") })
    const holders = { who: "holders" as const, functions: ["delegate"] }
    assert.deepEqual(reasons(person, "2026-05-20", holders), [true, "holds 2025-01-01"])
    assert.deepEqual(reasons(person, "2026-05-21", holders), [false, "function_ended 2026-05-20"])
    assert.deepEqual(reasons(member("2020-01-01"), "2026-05-21", holders), [false, "no_function"])
  })

  it("entitles exactly on the days between the end of the waiting and the last day paid, past and future", () => {
    const offset = fc.integer({ min: -20_000, max: 20_000 })
    const at = (days: number) => day("2026-01-01").add({ days })
    fc.assert(
      fc.property(offset, fc.nat(4000), fc.nat(4000), fc.nat(24), offset, (begin, lasts, paid, months, on) => {
        const since = at(begin)
        const until = since.add({ days: lasts })
        const dues = since.add({ days: paid })
        const person = member(since.toString(), { until: until.toString(), dues: dues.toString() })
        const today = at(on)
        const compare = Temporal.PlainDate.compare
        const expected =
          compare(today, since.add({ months })) >= 0 && compare(today, until) <= 0 && compare(today, dues) <= 0
        const line = rollLineOn(person, { ...rule, waiting_months: months }, today)
        assert.equal(line.entitled, expected)
        assert.ok(line.reasons.length > 0)
      }),
    )
  })
})
