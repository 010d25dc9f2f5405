import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { formulaFor } from "./called.ts"

const called = (role: string | null, form: "m" | "f" | "n", country = "FR") =>
  formulaFor({ role, form, country }).called

describe("the formula of a letter", () => {
  it("takes the title by the function, in the form of the person", () => {
    for (const [role, m, f] of [
      ["Préfet de région", "Monsieur le Préfet", "Madame la Préfète"],
      ["PRÉFÈTE de la Vesle", "Monsieur le Préfet", "Madame la Préfète"],
      ["Vice-présidente du conseil", "Monsieur le Vice-Président", "Madame la Vice-Présidente"],
      ["Président·e du CPAS", "Monsieur le Président", "Madame la Présidente"],
      ["Bourgmestre de Lisle", "Monsieur le Bourgmestre", "Madame la Bourgmestre"],
      ["Échevine de la mobilité", "Monsieur l’Échevin", "Madame l’Échevine"],
      ["ministre de la Santé", "Monsieur le Ministre", "Madame la Ministre"],
      ["Secrétaire d’État au climat", "Monsieur le Secrétaire d’État", "Madame la Secrétaire d’État"],
      ["Maire adjointe", "Monsieur l’Adjoint au maire", "Madame l’Adjointe au maire"],
      ["maire", "Monsieur le Maire", "Madame la Maire"],
      ["Député provincial", "Monsieur le Député provincial", "Madame la Députée provinciale"],
    ] as const)
      assert.deepEqual([called(role, "m"), called(role, "f")], [m, f], role)
  })

  it("says the same title in the salutation and in the closing", () => {
    for (const country of ["FR", "BE"])
      for (const role of ["préfète", "bourgmestre", "notaire", "secrétaire", null])
        for (const form of ["m", "f", "n"] as const) {
          const formula = formulaFor({ role, form, country })
          assert.ok(formula.closing.includes(`, ${formula.called},`), formula.closing)
        }
    assert.equal(
      formulaFor({ role: "Préfet", form: "m", country: "FR" }).closing,
      "Je vous prie d’agréer, Monsieur le Préfet, l’expression de ma haute considération.",
    )
  })

  it("says neither Monsieur nor Madame of whom it does not know", () => {
    assert.equal(called("Préfet·e", "n"), "Madame, Monsieur")
    assert.equal(called(null, "n"), "Madame, Monsieur")
    assert.deepEqual([called(null, "f"), called("comptable", "m")], ["Madame", "Monsieur"])
  })

  it("calls advocates and physicians by one word, whoever they are", () => {
    assert.deepEqual(
      [called("Avocate au barreau", "f"), called("notaire", "n"), called("Médecin", "n")],
      ["Maître", "Maître", "Docteur"],
    )
  })

  it("does not take a word for another that begins like it", () => {
    assert.equal(called("mairesse", "f"), "Madame")
    assert.equal(called("ministérielle", "f"), "Madame")
  })

  it("follows the body’s own way before what is shipped", () => {
    const own = [
      {
        function: "Maire",
        called_m: "Monsieur le Maire",
        called_f: "Madame le Maire",
        called_n: "Madame, Monsieur le Maire",
        closing: "Recevez, {titre}, nos salutations.",
      },
    ]
    assert.deepEqual(formulaFor({ role: "maire de Lisle", form: "f", country: "FR" }, own), {
      called: "Madame le Maire",
      closing: "Recevez, Madame le Maire, nos salutations.",
      by: "Maire",
    })
  })
})
