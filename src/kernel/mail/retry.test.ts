import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { DELAYS_IN_MINUTES, next } from "./retry.ts"

const at = Temporal.Instant.from("2026-09-01T08:00:00Z")

describe("what follows an attempt", () => {
  it("waits longer and longer, for two days, then gives up", () => {
    const waits: number[] = []
    let moment = at
    for (let attempts = 1; ; attempts++) {
      const then = next({ state: "deferred", at: moment }, attempts)
      if (then.act !== "again") {
        assert.deepEqual(then, { act: "give_up" })
        break
      }
      waits.push(then.at.since(moment).total("minutes"))
      moment = then.at
    }
    assert.deepEqual(waits.slice(0, 6), [1, 5, 15, 60, 240, 720])
    assert.deepEqual(waits, DELAYS_IN_MINUTES)
    assert.equal(Math.floor(moment.since(at).total("hours") / 24), 2)
  })

  it("sends again only what was surely not taken", () => {
    assert.deepEqual(next({ state: "accepted", at }, 1), { act: "done" })
    assert.deepEqual(next({ state: "refused", at }, 1), { act: "give_up" })
    assert.deepEqual(next({ state: "unknown", at }, 1), { act: "ask" })
    assert.deepEqual(next({ state: "kept", at }, 1), { act: "keep" })
  })
})
