import assert from "node:assert/strict"
import { describe, it } from "node:test"
import fc from "fast-check"
import { quorumAt } from "../../../kernel/law/quorum.ts"
import { type HeldProxy, roomEvents, type Stay } from "./room-of.ts"

const start = Temporal.Instant.from("2026-05-21T17:30:00Z")
const minute = (n: number) => start.add({ minutes: n })
const people = ["a", "b", "c", "d", "e", "f"]

/** Stays as the commands write them: of one person they follow one another, and only the last may be open. */
const staysOfOne = (person_id: string) =>
  fc.tuple(fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { maxLength: 6 }), fc.boolean()).map(([marks, isOpen]) => {
    const all = marks.toSorted((x, y) => x - y)
    const even = all.length % 2 === 0 ? all : isOpen ? all : all.slice(0, -1)
    const stays: Pick<Stay, "person_id" | "arrived_at" | "left_at">[] = []
    for (let index = 0; index < even.length; index += 2)
      stays.push({
        person_id,
        arrived_at: minute(even[index]!),
        left_at: even[index + 1] === undefined ? null : minute(even[index + 1]!),
      })
    return stays
  })
const rooms = fc.tuple(...people.map(staysOfOne)).map((all) => all.flat())
const proxies = fc.uniqueArray(
  fc.record({
    giver_id: fc.constantFrom(...people),
    holder_id: fc.constantFrom(...people),
    given: fc.integer({ min: -60, max: 120 }),
  }),
  { maxLength: 4, selector: ({ giver_id }) => giver_id },
)

describe("the quorum of a room", () => {
  it("counts whoever has a stay at that moment, and never anybody twice", () => {
    fc.assert(
      fc.property(
        rooms,
        proxies,
        fc.integer({ min: 0, max: 130 }),
        fc.integer({ min: 0, max: 2 }),
        (stays, given, at, cap) => {
          const moment = minute(at)
          const events = roomEvents(
            stays as Stay[],
            given
              .filter(({ giver_id, holder_id }) => giver_id !== holder_id)
              .map(({ given: when, ...one }) => ({
                ...one,
                given_at: minute(when),
                withdrawn_at: null,
              })) as HeldProxy[],
          )
          const quorum = quorumAt(
            {
              rule: { of: "members_in_office", fraction: [1, 2], strictly: true, counts: "present_or_represented" },
              proxies: { per_holder: cap },
              members: people.map((person) => ({ person, up_to_date: true })),
              events,
            },
            moment,
          )
          const isIn = ({ arrived_at, left_at }: Pick<Stay, "arrived_at" | "left_at">) =>
            Temporal.Instant.compare(arrived_at, moment) <= 0 &&
            (left_at === null || Temporal.Instant.compare(left_at, moment) > 0)
          const here = new Set(stays.filter(isIn).map(({ person_id }) => person_id))
          assert.deepEqual(new Set(quorum.present), here)
          const voters = [...quorum.present, ...quorum.represented.map(({ from }) => from)]
          assert.equal(new Set(voters).size, voters.length)
          assert.equal(quorum.counted, voters.length)
          assert.ok(quorum.represented.every(({ to }) => here.has(to)))
          for (const holder of here) assert.ok(quorum.represented.filter(({ to }) => to === holder).length <= cap)
          assert.equal(quorum.reached, quorum.counted >= 4)
        },
      ),
      { numRuns: 500 },
    )
  })
})
