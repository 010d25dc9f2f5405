import assert from "node:assert/strict"
import { before, describe, it } from "node:test"
import { learnWords } from "../words/words.ts"
import { Invalid, Refusal } from "../refusal.ts"
import { explain } from "./errors.ts"

describe("an error as an answer", () => {
  before(() =>
    learnWords("fr", {
      "refused.trial.late": "Trop tard depuis le {on}.",
      "refused.other": "Non.",
      "refused.invalid": "À corriger.",
      "refused.bug": "Une erreur.",
      "refused.database_away": "La base est absente.",
      "invalid.custom": "Ne convient pas.",
    }),
  )

  it("says days and hours in words", () => {
    const { status, body } = explain(new Refusal("trial.late", { on: "2026-05-31" }), "fr")
    assert.equal(status, 409)
    assert.equal(body.error.message, "Trop tard depuis le dimanche 31 mai 2026.")
    assert.match(explain(new Refusal("trial.late", { on: "2026-05-31T19:30" }), "fr").body.error.message, /19.h.30/)
  })
  it("has a sentence even for a code without words", () =>
    assert.equal(explain(new Refusal("nobody.wrote_this"), "fr").body.error.message, "Non."))
  it("names each field that is wrong", () => {
    const { status, body } = explain(new Invalid([{ path: ["items", 2, "title"], code: "odd", facts: {} }]), "fr")
    assert.equal(status, 422)
    assert.deepEqual(body.error.issues, [{ path: ["items", 2, "title"], message: "Ne convient pas." }])
  })
  it("shows no detail of a bug, and a lost database is not one", () => {
    assert.deepEqual(explain(new Error("secret"), "fr"), {
      status: 500,
      body: { error: { code: "bug", message: "Une erreur." } },
    })
    assert.equal(explain(Object.assign(new Error("x"), { code: "57P01" }), "fr").status, 503)
  })
})
