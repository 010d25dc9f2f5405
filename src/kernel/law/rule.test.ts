import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { type Rule, ruleOn, ruleSchema, ruleWithReasonOn } from "./rule.ts"

const law: Rule = {
  key: "be.cc.notice",
  value: 7,
  unit: "clear_days",
  jurisdiction: "BE-WAL",
  count_basis: "receipt",
  legal_basis: "CDLD L1122-13",
  source: "parlement-wallonie.be iddoc=15910",
  read_on: "2026-11-22",
  valid_from: null,
  valid_to: null,
  confidence: "V",
  overridden_by: "ROI",
  note: null,
}
const own: Rule = { ...law, value: 10, jurisdiction: "own", legal_basis: "ROI art. 4", valid_from: "2026-03-01" }
const on = (date: string) => Temporal.PlainDate.from(date)

describe("rule", () => {
  it("of the body wins over the law's, from its day on", () => {
    assert.equal(ruleOn([own, law], law.key, on("2026-02-28"))?.value, 7)
    assert.equal(ruleOn([own, law], law.key, on("2026-03-01"))?.value, 10)
  })

  it("applies on its last day and not on the next", () => {
    const ended = { ...own, valid_to: "2026-06-30" }
    assert.equal(ruleOn([law, ended], law.key, on("2026-06-30"))?.value, 10)
    assert.equal(ruleOn([law, ended], law.key, on("2026-07-01"))?.value, 7)
  })

  it("is the newest of those in force, the last written on the same day", () => {
    const newer = { ...own, value: 12, valid_from: "2026-09-01" }
    const corrected = { ...newer, value: 14 }
    assert.equal(ruleOn([newer, own, law], law.key, on("2026-10-01"))?.value, 12)
    assert.equal(ruleOn([newer, corrected, own], law.key, on("2026-10-01"))?.value, 14)
  })

  it("left blank by the body does not hide the law", () => {
    assert.equal(ruleOn([law, { ...own, value: null }], law.key, on("2026-10-01"))?.value, 7)
  })

  it("known by nobody is a question, not nothing", () => {
    const blank = { ...law, value: null, confidence: "?" as const }
    assert.deepEqual(ruleOn([blank], law.key, on("2026-10-01")), blank)
    assert.equal(ruleOn([blank], "be.cc.quorum", on("2026-10-01")), null)
  })

  it("written where the law leaves no room is said so", () => {
    const strict = { ...law, overridden_by: null }
    assert.equal(ruleWithReasonOn([strict, own], law.key, on("2026-10-01"))?.against_the_law, true)
    assert.equal(ruleWithReasonOn([law, own], law.key, on("2026-10-01"))?.against_the_law, false)
  })

  it("must have a real date and a known confidence", () => {
    assert.ok(ruleSchema.safeParse(law).success)
    assert.ok(!ruleSchema.safeParse({ ...law, valid_from: "2026-02-30" }).success)
    assert.ok(!ruleSchema.safeParse({ ...law, confidence: "sure" }).success)
  })
})
