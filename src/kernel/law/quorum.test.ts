import assert from "node:assert/strict"
import { describe, it } from "node:test"
import fc from "fast-check"
import { type QuorumRule, quorumAt, quorumOverTime, quorumRequired } from "./quorum.ts"
import type { RoomEvent } from "./room.ts"

const half: QuorumRule = { of: "members_in_office", fraction: [1, 2], strictly: true, counts: "present" }
const withProxies: QuorumRule = { ...half, counts: "present_or_represented" }
const one = { per_holder: 1 }
const at = (minute: number) => Temporal.Instant.from("2026-11-20T18:00:00Z").add({ minutes: minute })
const people = (...names: string[]) => names.map((person) => ({ person, up_to_date: true }))
const arrived = (person: string, minute = 0): RoomEvent => ({ at: at(minute), kind: "arrived", person })
const left = (person: string, minute: number): RoomEvent => ({ at: at(minute), kind: "left", person })
const gave = (from: string, to: string, minute = 0): RoomEvent => ({ at: at(minute), kind: "proxy_given", from, to })
const five = people("amina", "bruno", "clara", "dario", "elise")

describe("quorum", () => {
  it("asks for more than half: 47 of 93 regional councillors (CGCT L4132-13)", () => {
    assert.equal(quorumRequired(half, 93), 47)
    assert.equal(quorumRequired(half, 92), 47)
  })

  it("asks for at least two thirds, exactly: 62 of 93 to elect the president (CGCT L4133-1)", () => {
    const twoThirds: QuorumRule = { of: "members_in_office", fraction: [2, 3], strictly: false, counts: "present" }
    assert.equal(quorumRequired(twoThirds, 93), 62)
    assert.equal(quorumRequired(twoThirds, 94), 63)
  })

  it("is never reached by an empty room, and always where none is asked", () => {
    const request = { proxies: one, members: [], events: [] }
    assert.equal(quorumAt({ ...request, rule: half }, at(0)).reached, false)
    assert.equal(quorumAt({ ...request, rule: { of: "nobody" } }, at(0)).reached, true)
  })

  it("follows arrivals and departures, to the minute", () => {
    const events = [arrived("amina"), arrived("bruno"), arrived("clara", 10), left("amina", 40)]
    const request = { rule: half, proxies: one, members: five, events }
    assert.deepEqual(
      quorumOverTime(request).map(({ counted, reached }) => [counted, reached]),
      [
        [2, false],
        [3, true],
        [2, false],
      ],
    )
    assert.equal(quorumAt(request, at(39)).reached, true)
    assert.equal(quorumAt(request, at(40)).reached, false)
  })

  it("counts proxies only where the rule says represented", () => {
    const events = [arrived("amina"), arrived("bruno"), gave("dario", "amina")]
    const request = { proxies: one, members: five, events }
    assert.equal(quorumAt({ ...request, rule: half }, at(1)).counted, 2)
    assert.equal(quorumAt({ ...request, rule: withProxies }, at(1)).counted, 3)
  })

  it("does not count guests", () => {
    const events = [arrived("amina"), arrived("a journalist"), gave("a journalist", "amina")]
    const found = quorumAt({ rule: withProxies, proxies: one, members: five, events }, at(1))
    assert.equal(found.counted, 1)
    assert.equal(found.set_aside[0]?.why, "not_a_member")
  })

  it("takes only members whose dues are paid, where the rule says so", () => {
    const members = [...people("amina", "bruno"), { person: "clara", up_to_date: false }]
    const rule: QuorumRule = { of: "members_up_to_date", fraction: [1, 2], strictly: true, counts: "present" }
    const found = quorumAt({ rule, proxies: one, members, events: [arrived("amina"), arrived("clara")] }, at(1))
    assert.deepEqual([found.members, found.counted, found.required], [2, 1, 2])
  })

  it("says how it was counted", () => {
    const request = { rule: half, proxies: one, members: five, events: [arrived("amina")] }
    const keys = quorumAt(request, at(0)).explanation.map(({ key }) => key)
    assert.equal(keys[0], "law.step.quorum_more_than")
    assert.equal(keys.at(-1), "law.step.quorum_missed")
  })
})

describe("proxy", () => {
  const why = (...events: RoomEvent[]) => {
    const found = quorumAt({ rule: withProxies, proxies: one, members: five, events }, at(60))
    return { represented: found.represented.map(({ from }) => from), aside: found.set_aside.map((p) => p.why) }
  }

  it("waits for a holder who is still on the way", () => {
    assert.deepEqual(why(gave("dario", "amina")), { represented: [], aside: ["holder_not_here"] })
    assert.deepEqual(why(gave("dario", "amina"), arrived("amina", 5)), { represented: ["dario"], aside: [] })
  })

  it("lapses when its holder leaves, and does not come back with the holder", () => {
    const events = [arrived("amina"), gave("dario", "amina"), left("amina", 10)]
    assert.deepEqual(why(...events), { represented: [], aside: ["holder_left"] })
    assert.deepEqual(why(...events, arrived("amina", 20)), { represented: [], aside: ["holder_left"] })
  })

  it("falls when its giver comes in person", () => {
    const events = [arrived("amina"), gave("dario", "amina"), arrived("dario", 10)]
    assert.deepEqual(why(...events), { represented: [], aside: ["giver_came"] })
  })

  it("given on leaving holds from the departure", () => {
    const events = [arrived("amina"), arrived("dario"), gave("dario", "amina", 10)]
    assert.deepEqual(why(...events), { represented: [], aside: ["giver_here"] })
    assert.deepEqual(why(...events, left("dario", 10)), { represented: ["dario"], aside: [] })
  })

  it("is one per holder, the first given (CGCT L4132-15)", () => {
    const events = [arrived("amina"), gave("dario", "amina"), gave("elise", "amina", 1)]
    assert.deepEqual(why(...events), { represented: ["dario"], aside: ["over_cap"] })
  })

  it("given again after it fell holds, and the old one is forgotten", () => {
    const events = [arrived("amina"), arrived("bruno"), gave("dario", "amina"), left("amina", 10)]
    assert.deepEqual(why(...events, gave("dario", "bruno", 11)), { represented: ["dario"], aside: [] })
  })

  it("to oneself is none", () => {
    assert.deepEqual(why(arrived("amina"), gave("amina", "amina")), { represented: [], aside: ["given_to_oneself"] })
  })

  it("withdrawn is gone", () => {
    const withdrawn: RoomEvent = { at: at(5), kind: "proxy_withdrawn", from: "dario" }
    assert.deepEqual(why(arrived("amina"), gave("dario", "amina"), withdrawn), { represented: [], aside: [] })
  })

  it("is replaced by a newer one", () => {
    const events = [arrived("amina"), arrived("bruno"), gave("dario", "amina"), gave("dario", "bruno", 1)]
    assert.deepEqual(why(...events), { represented: ["dario"], aside: [] })
  })
})

describe("quorum, whatever happens", () => {
  const names = ["a", "b", "c", "d", "e", "f"]
  const name = fc.constantFrom(...names, "guest")
  const event: fc.Arbitrary<RoomEvent> = fc.oneof(
    fc.record({ at: fc.integer({ min: 0, max: 30 }).map(at), kind: fc.constantFrom("arrived", "left"), person: name }),
    fc.record({ at: fc.integer({ min: 0, max: 30 }).map(at), kind: fc.constant("proxy_given"), from: name, to: name }),
    fc.record({ at: fc.integer({ min: 0, max: 30 }).map(at), kind: fc.constant("proxy_withdrawn"), from: name }),
  )
  const members = names.map((person) => ({ person, up_to_date: person !== "f" }))
  const property = (check: (events: RoomEvent[], cap: number) => void) =>
    fc.assert(fc.property(fc.array(event, { maxLength: 30 }), fc.integer({ min: 0, max: 3 }), check))

  it("counts nobody twice, and no more than there are members", () => {
    property((events, per_holder) => {
      for (const found of quorumOverTime({ rule: withProxies, proxies: { per_holder }, members, events })) {
        const counted = [...found.present, ...found.represented.map(({ from }) => from)]
        assert.equal(new Set(counted).size, counted.length)
        assert.equal(found.counted, counted.length)
        assert.ok(found.counted <= found.members)
        assert.equal(found.reached, found.counted >= found.required)
      }
    })
  })

  it("lets every proxy be held by someone in the room, within the cap", () => {
    property((events, per_holder) => {
      for (const found of quorumOverTime({ rule: withProxies, proxies: { per_holder }, members, events }))
        for (const holder of found.represented.map(({ to }) => to)) {
          assert.ok(found.present.includes(holder))
          assert.ok(found.represented.filter(({ to }) => to === holder).length <= per_holder)
        }
    })
  })

  it("does not grow when somebody leaves", () => {
    property((events, per_holder) => {
      const rule: QuorumRule = { ...half, counts: "present" }
      const request = { rule, proxies: { per_holder }, members, events }
      const before = quorumAt(request, at(30)).counted
      const after = quorumAt({ ...request, events: [...events, left("a", 31)] }, at(31)).counted
      assert.ok(after <= before)
    })
  })

  it("asks for more than half of any number, and not one more", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (n) => {
        const required = quorumRequired(half, n)
        assert.ok(required * 2 > n && (required - 1) * 2 <= n)
      }),
    )
  })
})
