import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { authorOf, type Came, type Convened } from "./author-of.ts"

const somebody = (name: string, ...more: string[]): Convened => ({
  invitation_id: `i-${name}`,
  person_id: name,
  addresses: [`${name}@lisle.example`, ...more],
  is_withdrawn: false,
})
const amina = somebody("amina")
const dario = somebody("dario")
const came = (more: Partial<Came> = {}): Came => ({
  attendee: "dario@lisle.example",
  from: "dario@lisle.example",
  is_disowned: false,
  letter_to: null,
  ...more,
})
const sure = (name: string) => ({ is: "sure", invitation_id: `i-${name}` })
const maybe = (name: string | null) => ({ is: "maybe", guess_id: name && `i-${name}` })

describe("whose answer a calendar gives", () => {
  const of = (it: Partial<Came>, convened = [amina, dario]) => authorOf(came(it), convened)

  it("is that of the sender who speaks for themselves", () => assert.deepEqual(of({}), sure("dario")))

  it("is that of whose letter it answers, whatever address wrote", () =>
    assert.deepEqual(of({ from: "alias@elsewhere.example", letter_to: "dario" }), sure("dario")))

  it("is that of the address they have now, or had when the letter left", () =>
    assert.deepEqual(
      of({ attendee: "new@lisle.example", from: "new@lisle.example" }, [somebody("dario", "new@lisle.example")]),
      sure("dario"),
    ))

  it("waits for the secretariat when another address wrote: an assistant and a forger look the same", () =>
    assert.deepEqual(of({ from: "assistant@elsewhere.example" }), maybe("dario")))

  it("waits when a server says that the sender is not who it claims", () =>
    assert.deepEqual(of({ is_disowned: true }), maybe("dario")))

  it("is never that of another convened whose letter somebody else holds", () =>
    assert.deepEqual(of({ attendee: "amina@lisle.example", letter_to: "dario" }), maybe("amina")))

  it("guesses by the letter when the address that answers was never written to", () => {
    const alias = { attendee: "alias@elsewhere.example", from: "alias@elsewhere.example" }
    assert.deepEqual(of({ ...alias, letter_to: "dario" }), maybe("dario"))
    assert.deepEqual(of(alias), maybe(null))
  })

  it("is nobody's by itself where two people share one mailbox, unless the letter says whose", () => {
    const couple = [somebody("amina", "home@lisle.example"), somebody("dario", "home@lisle.example")]
    const home = { attendee: "home@lisle.example", from: "home@lisle.example" }
    assert.deepEqual(of(home, couple), maybe(null))
    assert.deepEqual(of({ ...home, letter_to: "dario" }, couple), sure("dario"))
  })

  it("is nobody's when the guest was withdrawn", () =>
    assert.deepEqual(of({}, [amina, { ...dario, is_withdrawn: true }]), { is: "nobody" }))
})
