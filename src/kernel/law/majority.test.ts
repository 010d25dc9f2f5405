import assert from "node:assert/strict"
import { describe, it } from "node:test"
import fc from "fast-check"
import { type MajorityRule, majorityReached, type Tally } from "./majority.ts"

const base = { of: "votes_cast", blanks: "apart", abstentions: "apart", tie: "rejected" } as const
const simple: MajorityRule = { ...base, majority: { kind: "simple" } }
const absolute: MajorityRule = { ...base, majority: { kind: "absolute" } }
const twoThirds: MajorityRule = { ...base, majority: { kind: "fraction", fraction: [2, 3] } }
const tally = (yes: number, no: number, rest: Partial<Tally> = {}): Tally => ({
  for: BigInt(yes),
  against: BigInt(no),
  abstained: 0n,
  blank: 0n,
  ...rest,
})
const adopted = (rule: MajorityRule, t: Tally) => majorityReached(rule, t).adopted

describe("majority", () => {
  it("simple, is more for than against", () => {
    assert.equal(adopted(simple, tally(3, 2, { abstained: 10n })), true)
    assert.equal(adopted(simple, tally(2, 3)), false)
  })

  it("absolute, is more than half of the votes cast; abstentions and blanks stay apart", () => {
    assert.equal(adopted(absolute, tally(6, 5, { abstained: 20n, blank: 3n })), true)
    assert.equal(majorityReached(absolute, tally(6, 5)).required, 6n)
  })

  it("absolute, counts blanks where the rule says so", () => {
    assert.equal(adopted({ ...absolute, blanks: "counted" }, tally(6, 5, { blank: 1n })), false)
    assert.equal(adopted({ ...absolute, blanks: "counted" }, tally(7, 5, { blank: 1n })), true)
    assert.equal(adopted({ ...absolute, abstentions: "counted" }, tally(6, 5, { abstained: 1n })), false)
  })

  it("of two thirds, is exact: 2 of 3 is enough, 585 of 813 too, 66 of 100 is not", () => {
    assert.equal(adopted(twoThirds, tally(2, 1)), true)
    assert.equal(adopted(twoThirds, tally(585, 228)), true)
    assert.equal(adopted(twoThirds, tally(66, 34)), false)
    assert.equal(adopted(twoThirds, tally(67, 33)), true)
  })

  it("of the members, is asked of those who are not there too", () => {
    const rule: MajorityRule = { ...absolute, of: "members" }
    assert.equal(adopted(rule, tally(6, 0, { members: 12n })), false)
    assert.equal(adopted(rule, tally(7, 0, { members: 12n })), true)
    assert.throws(() => majorityReached(rule, tally(7, 0)), TypeError)
  })

  it("rejects on a tie, in a Walloon council (CDLD L1122-26)", () => {
    const found = majorityReached(absolute, tally(8, 8))
    assert.deepEqual([found.adopted, found.tie], [false, true])
  })

  it("follows the chair on a tie, in a French region (CGCT L4132-14), and waits until the chair is known", () => {
    const rule: MajorityRule = { ...absolute, tie: "chair" }
    assert.equal(adopted(rule, tally(8, 8)), null)
    assert.equal(adopted(rule, tally(8, 8, { chair: "for" })), true)
    assert.equal(adopted(rule, tally(8, 8, { chair: "against" })), false)
    assert.equal(adopted(rule, tally(7, 8, { chair: "for" })), false)
  })

  it("lets the chair make up for no missing member", () => {
    const rule: MajorityRule = { ...absolute, of: "members", tie: "chair" }
    assert.equal(adopted(rule, tally(5, 5, { members: 12n, chair: "for" })), false)
  })

  it("lets the chair make up for no blank vote that counts", () => {
    const rule: MajorityRule = { ...absolute, blanks: "counted", tie: "chair" }
    assert.equal(adopted(rule, tally(5, 5, { blank: 3n, chair: "for" })), false)
    assert.equal(adopted(rule, tally(5, 5, { chair: "for" })), true)
  })

  it("adopts nothing when nobody voted", () => {
    for (const rule of [simple, absolute, twoThirds, { ...simple, tie: "chair" } as const]) {
      assert.equal(adopted(rule, tally(0, 0, { chair: "for" })), false)
    }
  })

  it("says how it was counted", () => {
    const keys = majorityReached(absolute, tally(8, 8, { abstained: 2n })).explanation.map(({ key }) => key)
    assert.deepEqual(keys, [
      "law.step.votes",
      "law.step.abstentions_apart",
      "law.step.majority_absolute",
      "law.step.majority_required",
      "law.step.tie_rejected",
      "law.step.rejected",
    ])
  })
})

describe("majority, whatever the votes", () => {
  // Few votes, so that ties come often.
  const n = fc.oneof(fc.bigInt({ min: 0n, max: 3n }), fc.bigInt({ min: 0n, max: 1_000_000n }))
  const rule: fc.Arbitrary<MajorityRule> = fc.record({
    majority: fc.constantFrom(simple.majority, absolute.majority, twoThirds.majority),
    of: fc.constantFrom("votes_cast", "present"),
    blanks: fc.constantFrom("apart", "counted"),
    abstentions: fc.constantFrom("apart", "counted"),
    tie: fc.constantFrom("rejected", "chair"),
  })
  const votes = fc
    .record({ for: n, against: n, abstained: n, blank: n, chair: fc.constantFrom("for" as const, "against" as const) })
    .map((t): Tally => ({ ...t, present: t.for + t.against + t.abstained + t.blank }))

  it("is not lost by one more vote for, nor won by one more against", () => {
    fc.assert(
      fc.property(rule, votes, (r, t) => {
        const more = { ...t, for: t.for + 1n, present: t.present! + 1n }
        const less = { ...t, against: t.against + 1n, present: t.present! + 1n }
        if (adopted(r, t)) assert.equal(adopted(r, more), true)
        // With 0 to 0 behind it, one vote against is still a defeat.
        if (adopted(r, t) === false) assert.equal(adopted(r, less), false)
      }),
    )
  })

  it("is not won by the chair where a counted blank stands between the halves", () => {
    const r: MajorityRule = {
      majority: { kind: "absolute" },
      of: "votes_cast",
      blanks: "counted",
      abstentions: "apart",
      tie: "chair",
    }
    const t = { for: 2n, against: 1n, abstained: 0n, blank: 1n, chair: "for" } as const
    assert.equal(adopted(r, t), false)
    assert.equal(adopted(r, { ...t, against: 2n }), false)
    assert.equal(adopted(r, { ...t, against: 2n, blank: 0n }), true)
  })

  it("never adopts below what it asks for, but for a chair who breaks a tie", () => {
    fc.assert(
      fc.property(rule, votes, (r, t) => {
        const found = majorityReached(r, t)
        if (found.adopted) assert.ok(t.for >= found.required || (found.tie && t.for + 1n === found.required))
      }),
    )
  })

  it("never adopts with fewer for than against", () => {
    fc.assert(
      fc.property(rule, votes, (r, t) => {
        if (adopted(r, t)) assert.ok(t.for >= t.against)
      }),
    )
  })
})
