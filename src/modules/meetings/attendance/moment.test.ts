import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { momentOf, momentSaid } from "./moment.ts"

const evening = { starts: Temporal.PlainDateTime.from("2026-05-21T19:30"), zone: "Europe/Brussels", opened_at: null }
const at = (hour: string) => Temporal.PlainTime.from(hour)

describe("the hour said of a meeting", () => {
  it("is of its evening, and past midnight of the next day", () => {
    assert.equal(momentOf(evening, at("17:00")).toString(), "2026-05-21T15:00:00Z")
    assert.equal(momentOf(evening, at("23:50")).toString(), "2026-05-21T21:50:00Z")
    assert.equal(momentOf(evening, at("00:20")).toString(), "2026-05-21T22:20:00Z")
  })
  it("is now while the meeting goes on, and must be said of one written up later", () => {
    const now = Temporal.Instant.from("2026-05-21T18:12:00Z")
    assert.equal(momentSaid(evening, { at: null, now }), now)
    const later = Temporal.Instant.from("2026-05-24T18:12:00Z")
    assert.throws(() => momentSaid(evening, { at: null, now: later }), {
      issues: [{ path: ["at"], code: "required", facts: {} }],
    })
  })
  it("is not to come", () => {
    assert.throws(() => momentSaid(evening, { at: at("21:00"), now: Temporal.Instant.from("2026-05-21T18:12:00Z") }), {
      issues: [{ path: ["at"], code: "in_the_future", facts: {} }],
    })
  })
})
