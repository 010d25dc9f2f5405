import assert from "node:assert/strict"
import { describe, it } from "node:test"
import fc from "fast-check"
import { isOneLetterApart, LIKELY, type Likened, likenessOf, POSSIBLE } from "./likeness.ts"

const amina: Likened = {
  given: "amina",
  family: "ait said",
  form: "f",
  email: "amina@x.example",
  phone: "470123456",
  street: "rue de la loi 16",
  postcode: "5000",
  created_at: Temporal.Instant.from("2026-01-01T10:00:00Z"),
}
const unknown = { email: null, phone: null, street: null, postcode: null, form: "n" } as const
const later = { created_at: Temporal.Instant.from("2026-03-01T10:00:00Z") }
const like = (other: Partial<Likened>, one: Partial<Likened> = {}) =>
  likenessOf({ ...amina, ...one }, { ...amina, ...later, ...other })

describe("the likeness of two records", () => {
  it("is whole for the same name, mailbox, telephone and address", () => {
    const { likeness, reasons } = like({})
    assert.equal(likeness, 100)
    assert.deepEqual(reasons, ["same_name", "same_email", "same_phone", "same_address"])
  })

  it("is enough by the name alone when nothing speaks against it", () => {
    assert.deepEqual(like(unknown, unknown), { likeness: 60, reasons: ["same_name"] })
  })

  it("is not enough by the name alone when they live elsewhere", () => {
    assert.ok(like({ ...unknown, postcode: "1000" }).likeness < LIKELY)
  })

  it("holds when given and family name were swapped", () => {
    assert.deepEqual(like({ ...unknown, given: "ait said", family: "amina" }).reasons, ["swapped"])
  })

  it("holds for a letter wrong when something else agrees", () => {
    const typo = { ...unknown, family: "ait saïd".normalize("NFC").replace("ï", "y") }
    assert.ok(like(typo).likeness < LIKELY)
    assert.ok(like({ ...typo, phone: amina.phone }).likeness >= LIKELY)
  })

  it("holds for a part of a given name at the same address", () => {
    const { street, postcode } = amina
    const short = like(
      { ...unknown, given: "jean", street, postcode },
      { given: "jean pierre", email: null, phone: null },
    )
    assert.deepEqual(short.reasons, ["part_of_name", "same_address"])
    assert.ok(short.likeness >= LIKELY)
  })

  it("is lowered for two people who share one mailbox, and says so", () => {
    for (const other of [{ given: "karim" }, { given: "karim", family: "benali" }])
      assert.deepEqual(like(other), { likeness: POSSIBLE, reasons: ["shared_email", "shared_phone"] })
  })

  it("is nothing for two people who share an address or a telephone only", () => {
    assert.equal(like({ given: "karim", email: "karim@x.example" }).likeness, 0)
  })

  it("is lowered for a brother and a sister whose names differ by a letter", () => {
    const louis = { ...unknown, given: "louis", form: "m", street: amina.street, postcode: amina.postcode } as const
    assert.ok(like({ ...louis, given: "louise", form: "f" }, louis).likeness < LIKELY)
  })

  it("counts two records typed the same day, not two lines of the same file", () => {
    const soon = Temporal.Instant.from("2026-01-01T11:00:00Z")
    assert.ok(like({ ...unknown, created_at: soon }, unknown).reasons.includes("same_day"))
    assert.ok(!like({ ...unknown, created_at: amina.created_at }, unknown).reasons.includes("same_day"))
  })

  it("is the same in both directions, from 0 to 100", () => {
    const word = fc.constantFrom("", "jean", "jean pierre", "j", "marie", "martin", "martim", "dupont", "—")
    const maybe = fc.option(fc.constantFrom("a", "b"))
    const person = fc.record({
      given: word,
      family: word,
      form: fc.constantFrom("m" as const, "f" as const, "n" as const),
      email: maybe,
      phone: maybe,
      street: maybe,
      postcode: maybe,
      created_at: fc.constantFrom(amina.created_at, later.created_at),
    })
    fc.assert(
      fc.property(person, person, (one, other) => {
        const { likeness, reasons } = likenessOf(one, other)
        assert.ok(likeness >= 0 && likeness <= 100)
        assert.deepEqual(likenessOf(other, one), { likeness, reasons })
      }),
    )
  })
})

describe("one letter apart", () => {
  it("is a letter wrong, missing, added, or two swapped", () => {
    for (const [one, other] of [
      ["martin", "martim"],
      ["martin", "marin"],
      ["martin", "marttin"],
      ["martin", "matrin"],
    ] as const)
      assert.ok(isOneLetterApart(one, other), other)
    for (const [one, other] of [
      ["martin", "martin"],
      ["martin", "mortim"],
      ["martin", "marthine"],
      ["", "ab"],
    ] as const)
      assert.ok(!isOneLetterApart(one, other), other)
  })
})
