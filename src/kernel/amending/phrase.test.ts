import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { format, learnWords } from "../words/words.ts"
import { kindOf } from "./paragraph.ts"
import { type Say, phraseOf, placeInWords } from "./phrase.ts"
import { placesOf } from "./place.ts"
import fr from "./words/fr.json" with { type: "json" }

learnWords("fr", fr)
const say: Say = (key, values) => format("fr", key, values)
const plain = (text: string) => text.replaceAll("\u00a0", " ")

const base = [
  "Vu le code général des collectivités territoriales ;",
  "Article 1er",
  "La Région verse une aide de 100 000 euros aux communes et aux communes associées.",
  "L’aide est versée en une fois.",
  "L’aide est rendue si la ligne ferme.",
  "Article 2 – Suivi",
  "Un rapport est rendu au conseil.",
].map((text) => ({ is: kindOf(text), text }))

const phrase = (from: number, to: number, ...put: string[]) =>
  phraseOf({ from, to, put, was: base.slice(from, to).map(({ text }) => text) }, base, say).map(plain)

describe("an amendment in the words of the trade", () => {
  it("replaces words, and says which when the alinéa holds them twice", () => {
    assert.deepEqual(
      phrase(2, 3, "La Région verse une aide de 120 000 euros aux communes et aux communes associées."),
      ["À l’article 1er, alinéa 1, remplacer le nombre « 100 000 » par le nombre « 120 000 »."],
    )
    assert.deepEqual(phrase(2, 3, "La Région verse une aide de 100 000 euros aux communes et aux villes associées."), [
      "À l’article 1er, alinéa 1, remplacer le mot « communes » (2e occurrence) par le mot « villes ».",
    ])
  })

  it("deletes words, inserts some after others, and completes", () => {
    assert.deepEqual(phrase(2, 3, "La Région verse une aide de 100 000 euros aux communes."), [
      "À l’article 1er, alinéa 1, supprimer les mots « et aux communes associées ».",
    ])
    assert.deepEqual(phrase(3, 4, "L’aide est versée aux communes en une fois."), [
      "À l’article 1er, alinéa 2, après le mot « versée », insérer les mots « aux communes ».",
    ])
    assert.deepEqual(phrase(3, 4, "Chaque année, L’aide est versée en une fois."), [
      "À l’article 1er, alinéa 2, avant le mot « L’aide », insérer les mots « Chaque année, ».",
    ])
    assert.deepEqual(phrase(6, 7, "Un rapport est rendu au conseil. Il est public."), [
      "À l’article 2, alinéa 1, compléter par les mots « Il est public. ».",
    ])
  })

  it("deletes alinéas and articles", () => {
    assert.deepEqual(phrase(3, 4), ["À l’article 1er, supprimer l’alinéa 2."])
    assert.deepEqual(phrase(3, 5), ["À l’article 1er, supprimer les alinéas 2 à 3."])
    assert.deepEqual(phrase(1, 5), ["Supprimer l’article 1er."])
    assert.deepEqual(phrase(0, 1), ["Dans le texte, supprimer l’alinéa 1."])
  })

  it("writes an alinéa anew when most of it changes", () => {
    assert.deepEqual(phrase(4, 5, "Le solde reste acquis."), [
      "À l’article 1er, rédiger ainsi l’alinéa 3 :",
      "« Le solde reste acquis. »",
    ])
  })

  it("inserts alinéas and articles", () => {
    assert.deepEqual(phrase(4, 4, "Elle est indexée."), [
      "À l’article 1er, après l’alinéa 2, insérer l’alinéa suivant :",
      "« Elle est indexée. »",
    ])
    assert.deepEqual(phrase(5, 5, "Article 1er bis", "Une charte est signée."), [
      "Après l’article 1er, insérer un article ainsi rédigé :",
      "« Article 1er bis »",
      "« Une charte est signée. »",
    ])
    assert.equal(phrase(0, 0, "Vu le budget ;")[0], "Dans le texte, avant l’alinéa 1, insérer l’alinéa suivant :")
  })

  it("names its place in short", () => {
    const places = placesOf(base)
    assert.equal(placeInWords({ from: 3, to: 4 }, places, say), "article 1er, alinéa 2")
    assert.equal(placeInWords({ from: 4, to: 4 }, places, say), "article 1er, après l’alinéa 2")
    assert.equal(placeInWords({ from: 3, to: 5 }, places, say), "article 1er, alinéas 2 à 3")
    assert.equal(placeInWords({ from: 5, to: 6 }, places, say), "article 2, intitulé")
  })
})
