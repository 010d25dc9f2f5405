import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { byTurn, type Candidate, turnOf } from "./candidates.ts"

const today = Temporal.PlainDate.from("2026-05-02")
const thursday = Temporal.PlainDate.from("2026-05-07")
const day = (iso: string) => Temporal.PlainDate.from(iso)
const somebody: Candidate = {
  person_id: "a",
  name: "Fatou Ndiaye",
  level: "well",
  wants: false,
  slots: ["4e"],
  away_until: null,
  hours_month: null,
  manner: null,
  open_tasks: 0,
  last_asked: null,
}
const turn = (more: Partial<Candidate>, on: Temporal.PlainDate | undefined = thursday, part?: "m" | "a" | "e") =>
  turnOf({ ...somebody, ...more }, { on, part, today })
const keys = (more: Partial<Candidate>) => turn(more).reasons.map(({ key }) => key)

describe("whom to ask", () => {
  it("is first whoever can, has time that day, carries little and was not asked lately", () => {
    assert.equal(turn({}).turn, "first")
    assert.deepEqual(keys({}), ["well", "free", "tasks", "never_asked"])
  })
  it("is later whoever said another time of the day or another day", () => {
    assert.equal(turn({}, thursday, "m").turn, "later")
    assert.equal(turn({ slots: ["3e"] }).turn, "later")
    assert.equal(turn({}, thursday, "e").turn, "first")
  })
  it("is later whoever is away, up to and with the last day", () => {
    assert.equal(turn({ away_until: day("2026-05-07") }).turn, "later")
    assert.equal(turn({ away_until: day("2026-05-06") }).turn, "first")
    assert.equal(
      turnOf({ ...somebody, away_until: day("2026-05-03") }, { on: undefined, part: undefined, today }).turn,
      "later",
    )
  })
  it("is perhaps whoever carries three tasks, was asked within two weeks, or did not say when", () => {
    assert.equal(turn({ open_tasks: 2 }).turn, "first")
    assert.equal(turn({ open_tasks: 3 }).turn, "perhaps")
    assert.equal(turn({ last_asked: day("2026-04-18") }).turn, "perhaps")
    assert.equal(turn({ last_asked: day("2026-04-17") }).turn, "first")
    assert.equal(turn({ slots: [] }).turn, "perhaps")
    assert.equal(turn({ slots: [], hours_month: 4 }, undefined).turn, "first")
  })
  it("is a learner whoever only wishes to, however free", () =>
    assert.equal(turn({ level: null, wants: true }).turn, "learner"))
  it("always says why", () => {
    for (const more of [{}, { level: null, wants: true }, { slots: [] }, { open_tasks: 9 }] as Partial<Candidate>[])
      assert.ok(turn(more).reasons.length >= 2)
  })
  it("goes from who was never asked to who was asked last, then by what they carry, then by what they know", () => {
    const made = (name: string, more: Partial<Candidate>) => {
      const one = { ...somebody, name, ...more }
      return { ...one, ...turnOf(one, { on: thursday, part: undefined, today }) }
    }
    const order = [
      made("Teaches, was asked", { level: "teaches", last_asked: day("2026-01-01") }),
      made("Gets by", { level: "some" }),
      made("Teaches", { level: "teaches" }),
      made("Carries one", { open_tasks: 1 }),
      made("Away", { away_until: day("2026-06-01") }),
    ].toSorted(byTurn)
    assert.deepEqual(
      order.map(({ name }) => name),
      ["Teaches", "Gets by", "Carries one", "Teaches, was asked", "Away"],
    )
  })
})
