import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { type Meeting, stepOfReader } from "./meeting.ts"

const today = Temporal.PlainDate.from("2026-05-02")
const on = (day: string, state: Meeting["state"]) => ({ state, starts: Temporal.PlainDateTime.from(`${day}T19:30`) })

describe("the step that a reader is led to", () => {
  it("is the agenda for a member, until there are minutes to read", () => {
    const member = { holds: false, writes: false, today }
    for (const [day, state, step] of [
      ["2026-05-02", "convened", "hold"],
      ["2026-05-02", "open", "hold"],
      ["2026-05-01", "closed", "write"],
    ] as const)
      assert.equal(stepOfReader(on(day, state), step, member), "prepare")
    assert.equal(stepOfReader(on("2026-05-01", "closed"), "approve", member), "approve")
  })
  it("is the meeting itself for who chairs it, from its day on, even if nobody convened it here", () => {
    const chair = { holds: true, writes: true, today }
    assert.equal(stepOfReader(on("2026-05-09", "convened"), "convene", chair), "prepare")
    assert.equal(stepOfReader(on("2026-05-02", "convened"), "hold", chair), "hold")
    assert.equal(stepOfReader(on("2026-05-02", "preparing"), "prepare", chair), "hold")
    assert.equal(stepOfReader(on("2026-05-02", "cancelled"), "prepare", chair), "prepare")
    assert.equal(stepOfReader(on("2026-05-01", "closed"), "write", chair), "write")
  })
})
