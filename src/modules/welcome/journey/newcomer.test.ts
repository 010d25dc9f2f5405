import assert from "node:assert/strict"
import { describe, it } from "node:test"
import fc from "fast-check"
import { hoursUnanswered, isUnderWay, standing } from "./newcomer.ts"

const at = (iso: string) => Temporal.Instant.from(iso)
const today = Temporal.PlainDate.from("2026-05-02")
const came = {
  state: "open" as const,
  confirmed_at: at("2026-05-01T08:00:00Z"),
  contacted_at: null,
  paused_until: null,
}

describe("a newcomer", () => {
  it("has one step open at a time, the first that is not done, and the next one in sight", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 12 }), (done) => {
        const steps = done.map((isDone, index) => ({ place: index + 1, done_at: isDone ? came.confirmed_at : null }))
        const { open, next } = standing(steps.toReversed())
        assert.equal(open?.place ?? 0, done.indexOf(false) + 1)
        assert.equal(next?.place ?? 0, open ? done.indexOf(false, open.place) + 1 : 0)
      }),
    )
  })

  it("waits in whole hours from the moment they confirmed, until somebody answered", () => {
    assert.equal(hoursUnanswered(came, at("2026-05-03T07:59:00Z"), today), 47)
    assert.equal(hoursUnanswered(came, at("2026-05-03T08:00:00Z"), today), 48)
    assert.equal(hoursUnanswered({ ...came, contacted_at: came.confirmed_at }, at("2026-05-09T08:00:00Z"), today), null)
    assert.equal(hoursUnanswered({ ...came, state: "stopped" }, at("2026-05-09T08:00:00Z"), today), null)
  })

  it("comes back by themselves on the day a pause ends", () => {
    const paused = { state: "paused" as const, paused_until: today }
    assert.equal(isUnderWay(paused, today.subtract({ days: 1 })), false)
    assert.equal(isUnderWay(paused, today), true)
  })
})
