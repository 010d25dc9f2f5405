import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { format, languageOf, learnWords } from "./words.ts"
import { bytes, money, number } from "./numbers.ts"

learnWords("fr", {
  "test.votes": "{count, plural, one {# voix} other {# voix} many {# de voix}}",
  "test.fr": "Bonjour {name}",
})
learnWords("en", { "test.votes": "{count, plural, one {# vote} other {# votes}}" })

describe("format", () => {
  it("puts values and plurals in their place, in the language asked", () => {
    assert.equal(format("fr", "test.fr", { name: "Inès" }), "Bonjour Inès")
    assert.equal(format("en", "test.votes", { count: 1 }), "1 vote")
    assert.equal(format("en", "test.votes", { count: 12 }), "12 votes")
  })
  it("keeps markup in a value as plain text", () =>
    assert.equal(format("fr", "test.fr", { name: "<b>{x}</b>" }), "Bonjour <b>{x}</b>"))
  it("falls back to French, then to the key", () => {
    assert.equal(format("en", "test.fr", { name: "Inès" }), "Bonjour Inès")
    assert.equal(format("en", "test.none"), "test.none")
  })
})

describe("learnWords", () => {
  it("refuses two meanings for one key", () => {
    learnWords("fr", { "test.once": "un" })
    learnWords("fr", { "test.once": "un" })
    assert.throws(() => learnWords("fr", { "test.once": "deux" }), /test\.once/)
  })
})

describe("languageOf", () => {
  it("takes the first complete language of a wish", () => {
    assert.equal(languageOf("en-GB,fr;q=0.8"), "en")
    assert.equal(languageOf("nl-BE,nl;q=0.9,en;q=0.5"), "en")
    assert.equal(languageOf(undefined), "fr")
  })
})

describe("figures", () => {
  const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ")
  it("are exact and written as in French accounts", () => {
    assert.equal(plain(money("fr", "1234.56")), "1 234,56 €")
    assert.equal(plain(money("fr", "1260.00")), "1 260 €")
    assert.equal(plain(money("fr", "90071992547409931.25")), "90 071 992 547 409 931,25 €")
    assert.equal(plain(number("fr", 1250)), "1 250")
    assert.equal(plain(bytes("fr", 1_234_567)), "1,2 Mo")
    assert.equal(plain(bytes("fr", 999)), "999 octets")
  })
})
