import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { type Asked, type Candidate, checksOf } from "./checks.ts"

const one = (name: string, form: "f" | "m" | "n", more: Partial<Candidate> = {}): Candidate => ({
  person_id: name,
  name,
  form,
  seat: "full",
  component: null,
  isMember: true,
  sits: false,
  ...more,
})
const asked = (more: Partial<Asked> = {}): Asked => ({
  seats: 2,
  substitutes: 0,
  components: null,
  parity: "none",
  first: null,
  ...more,
})
const found = (said: Asked, people: Candidate[]) => checksOf(said, people).map(({ key, weight }) => `${key} ${weight}`)
const [lea, zoe, hugo, alix] = [one("Léa", "f"), one("Zoé", "f"), one("Hugo", "m"), one("Alix", "n")]

describe("the checks of a list", () => {
  it("find nothing in one that fits", () => {
    assert.deepEqual(found(asked(), [lea, hugo]), [])
    assert.deepEqual(found(asked({ parity: "alternation", first: "f" }), [lea, hugo]), [])
    assert.deepEqual(found(asked({ parity: "balance", seats: 3 }), [lea, hugo, zoe]), [])
  })

  it("stop at numbers that do not go together, and at nothing else", () => {
    assert.deepEqual(found(asked({ seats: null }), [lea]), ["open stops"])
    assert.deepEqual(found(asked(), []), ["nobody stops"])
    assert.deepEqual(found(asked({ seats: 1 }), [lea, hugo]), ["too_many stops"])
    assert.deepEqual(found(asked({ seats: 3 }), [lea, hugo]), ["too_few reason"])
    const substitute = one("Noé", "m", { seat: "substitute" })
    assert.deepEqual(found(asked(), [lea, hugo, substitute]), ["too_many_substitutes stops"])
    assert.deepEqual(found(asked({ substitutes: 1 }), [lea, hugo, substitute]), [])
  })

  it("tell the seat that breaks the alternation, and who heads the list wrongly", () => {
    const strict = asked({ seats: 3, parity: "alternation" })
    const [broken] = checksOf(strict, [lea, hugo, one("Marc", "m")])
    assert.deepEqual(broken!.facts, { place: 3, name: "Marc", before: "Hugo", form: "m" })
    assert.deepEqual(found({ ...strict, first: "m" }, [lea, hugo, zoe]), ["first reason"])
    // Who is written as neither breaks nothing, and may head the list.
    assert.deepEqual(found({ ...strict, first: "m" }, [alix, lea, hugo]), [])
    // A substitute is no seat of the list.
    assert.deepEqual(found({ ...strict, seats: 1, substitutes: 1 }, [lea, one("Eva", "f", { seat: "substitute" })]), [])
  })

  it("count parity with who is written as neither on either side", () => {
    const even = asked({ seats: 3, parity: "balance" })
    assert.deepEqual(found(even, [lea, zoe, one("Eva", "f")]), ["balance reason"])
    assert.deepEqual(found(even, [lea, zoe, alix]), [])
  })

  it("hold each component to its seats, and know who stands for none or for one that is gone", () => {
    const shared = asked({
      components: [
        { name: "Verts", seats: 1 },
        { name: "Citoyens", seats: 1 },
      ],
    })
    const as = (who: Candidate, component: string | null) => ({ ...who, component })
    assert.deepEqual(found(shared, [as(lea, "Verts"), as(hugo, "Citoyens")]), [])
    assert.deepEqual(found(shared, [as(lea, "Verts"), as(hugo, "Verts")]), [
      "component_over reason",
      "component_under reason",
    ])
    assert.deepEqual(found(shared, [as(lea, "Ailleurs"), as(hugo, null)]), [
      "component_under reason",
      "component_under reason",
      "component_unknown reason",
      "component_missing reason",
    ])
    const open = asked({ components: [{ name: "Verts", seats: null }] })
    assert.deepEqual(found(open, [as(lea, "Verts"), as(hugo, "Verts")]), [])
  })

  it("tell who is no member, and who sits there already", () => {
    assert.deepEqual(found(asked({ seats: 1 }), [one("Eva", "f", { isMember: false, sits: true })]), [
      "not_member reason",
      "sits told",
    ])
  })
})
