import assert from "node:assert/strict"
import { describe, it } from "node:test"
import fc from "fast-check"
import { acceptsByItself, isDecided, missingToAccept } from "./application.ts"

const day = (iso: string) => Temporal.PlainDate.from(iso)
const asked = {
  id: "a",
  state: "asked" as const,
  admission: "automatic" as const,
  answer_by: day("2026-05-31"),
  objected_at: null,
  consent_text: "J’accepte…",
  consent_at: Temporal.Instant.from("2026-05-01T10:00:00Z"),
  email: "a@b.example",
  town: null,
  phone: null,
}

describe("an application", () => {
  it("is accepted by itself the day after the last day to object, and never before", () => {
    assert.equal(acceptsByItself(asked, [], day("2026-05-31")), false)
    assert.equal(acceptsByItself(asked, [], day("2026-06-01")), true)
    fc.assert(
      fc.property(fc.integer({ min: -4000, max: 4000 }), (days) => {
        const today = asked.answer_by.add({ days })
        assert.equal(acceptsByItself(asked, [], today), days > 0)
      }),
    )
  })

  it("waits for somebody when there is an objection, a namesake, no consent, or another rule", () => {
    const later = day("2026-07-01")
    assert.equal(acceptsByItself({ ...asked, objected_at: asked.consent_at }, [], later), false)
    assert.equal(acceptsByItself(asked, [{ id: "p", name: "A B" }], later), false)
    assert.equal(acceptsByItself({ ...asked, consent_at: null }, [], later), false)
    assert.equal(acceptsByItself({ ...asked, admission: "secretariat" }, [], later), false)
  })

  it("lacks a consent or a way to answer", () => {
    const keys = missingToAccept({ ...asked, consent_text: null, email: null }, []).map(({ key }) => key)
    assert.deepEqual(keys, ["members.missing.consent", "members.missing.contact"])
  })

  it("needs the decision of a body where the rulebook gives it to one", () => {
    const all = ["secretariat", "automatic", "board", "assembly", "region_after_local_opinion"] as const
    assert.deepEqual(all.filter(isDecided), ["board", "assembly", "region_after_local_opinion"])
  })
})
