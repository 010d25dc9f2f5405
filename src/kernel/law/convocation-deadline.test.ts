import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { convocationDeadline } from "./convocation-deadline.ts"
import type { Rule } from "./rule.ts"

const walloon: Rule = {
  key: "be.cc.notice",
  value: 7,
  unit: "clear_days",
  jurisdiction: "BE-WAL",
  count_basis: "receipt",
  legal_basis: "CDLD L1122-13",
  source: null,
  read_on: null,
  valid_from: null,
  valid_to: null,
  confidence: "V",
  overridden_by: null,
  note: null,
}
const regional: Rule = { ...walloon, key: "fr.cr.reports_notice", value: 12, unit: "days", count_basis: "dispatch" }
const day = (date: string) => Temporal.PlainDate.from(date)
const council = (now: string, rule = walloon) =>
  convocationDeadline({ rule, meetingOn: day("2026-05-21"), country: "BE", now: day(now), postalDays: 3 })!

describe("convocationDeadline", () => {
  it("counts from receipt in Wallonia: the letter leaves three working days earlier", () => {
    const found = council("2026-05-01")
    assert.equal(found.last_lawful.toString(), "2026-05-13")
    assert.equal(found.last_day_to_send_by_mail.toString(), "2026-05-13")
    // Wednesday 13 back over Tuesday, Monday, and the week-end.
    assert.equal(found.last_day_to_send_by_post.toString(), "2026-05-08")
    assert.equal(found.days_left, 12)
  })

  it("counts from dispatch in France: the postmark is enough, on a day the post works", () => {
    const meetingOn = day("2026-06-25")
    const found = convocationDeadline({ rule: regional, meetingOn, country: "FR", now: day("2026-06-01") })!
    assert.equal(found.last_lawful.toString(), "2026-06-13")
    assert.equal(found.last_day_to_send_by_mail.toString(), "2026-06-13")
    assert.equal(found.last_day_to_send_by_post.toString(), "2026-06-12")
    assert.equal(found.prudent.toString(), "2026-06-12")
  })

  it("plans on the stricter reading: Thursday, when the letter of the text allows Friday", () => {
    const meetingOn = day("2026-06-24")
    const found = convocationDeadline({ rule: regional, meetingOn, country: "FR", now: day("2026-06-01") })!
    assert.equal(found.last_lawful.toString(), "2026-06-12")
    assert.equal(found.safe_working_day.toString(), "2026-06-11")
  })

  it("is late the day after, not on the last day", () => {
    assert.deepEqual([council("2026-05-13").late, council("2026-05-13").days_left], [false, 0])
    assert.deepEqual([council("2026-05-14").late, council("2026-05-14").days_left], [true, -1])
    assert.equal(council("2026-05-09").late_by_post, true)
  })

  it("takes the stricter count where the text says neither dispatch nor receipt", () => {
    assert.equal(council("2026-05-01", { ...walloon, count_basis: null }).count_basis, "receipt")
  })

  it("invents nothing when nobody has said how many days", () => {
    const rule: Rule = { ...walloon, value: null, confidence: "?" }
    assert.equal(
      convocationDeadline({ rule, meetingOn: day("2026-05-21"), country: "BE", now: day("2026-05-01") }),
      null,
    )
  })

  it("says that holidays count, by name", () => {
    const named = council("2026-05-01").explanation.find(({ key }) => key === "law.step.holiday_counts")
    assert.deepEqual(named?.values, { date: "2026-05-14", holiday: "ascension" })
  })
})
