import assert from "node:assert/strict"
import { describe, it } from "node:test"
import fc from "fast-check"
import { aligned } from "./align.ts"
import { type Piece, redline, redlineWords } from "./words.ts"

const shown = (pieces: Piece[]) =>
  pieces.map(({ is, text }) => (is === "kept" ? text : is === "removed" ? `[-${text}-]` : `[+${text}+]`)).join("")

const side = (pieces: Piece[], left: Piece["is"]) =>
  pieces
    .filter(({ is }) => is !== left)
    .map(({ text }) => text)
    .join("")

// Few words, so that texts of chance have much in common and much that moved.
const word = fc.constantFrom("la", "Région", "soutient", "l’eau", "25 000 €", ",", ".", "é", "🌍", " ", "\u00a0", "")
const paragraph = fc.array(word, { maxLength: 12 }).map((words) => words.join(" "))
const text = fc.array(paragraph, { maxLength: 12 })

describe("a redline", () => {
  it("shows words and never letters", () => {
    assert.equal(
      shown(redlineWords("La Région soutient les projets.", "La Région soutiendra les projets.")),
      "La Région [-soutient-][+soutiendra+] les projets.",
    )
  })

  it("takes an amount for one word, however its thousands are set apart", () => {
    assert.equal(
      shown(redlineWords("soit 1\u202f250\u202f000,50 €", "soit 1 300 000 €")),
      "soit [-1\u202f250\u202f000,50-][+1 300 000+] €",
    )
    assert.equal(shown(redlineWords("articles 12 à 15", "articles 12 à 16")), "articles 12 à [-15-][+16+]")
  })

  it("reads neighbouring changes as one", () => {
    assert.equal(
      shown(redlineWords("financer les grands projets routiers", "financer des petites lignes de train")),
      "financer [-les grands projets routiers-][+des petites lignes de train+]",
    )
  })

  it("keeps a paragraph that changed beside the one it was, and sets apart what came and went", () => {
    const rows = redline(
      ["Article 1er", "La Région verse 100 000 euros.", "Le Président est chargé de l’exécution."],
      ["Article 1er", "Un rapport est rendu chaque année.", "La Région verse 120 000 euros."],
    )
    assert.deepEqual(
      rows.map(({ before, after, pieces }) => [before, after, shown(pieces)]),
      [
        [0, 0, "Article 1er"],
        [undefined, 1, "[+Un rapport est rendu chaque année.+]"],
        [1, 2, "La Région verse [-100 000-][+120 000+] euros."],
        [2, undefined, "[-Le Président est chargé de l’exécution.-]"],
      ],
    )
  })

  it("gives after when applied to before, and before when taken back", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const rows = redline(before, after)
        const olds = rows.filter((row) => row.before !== undefined)
        const news = rows.filter((row) => row.after !== undefined)
        assert.deepEqual(
          olds.map((row) => side(row.pieces, "added")),
          before,
        )
        assert.deepEqual(
          news.map((row) => side(row.pieces, "removed")),
          after,
        )
        assert.deepEqual(
          olds.map((row) => row.before),
          before.map((_, index) => index),
        )
        assert.deepEqual(
          news.map((row) => row.after),
          after.map((_, index) => index),
        )
      }),
    )
  })

  it("holds for a paragraph so long that its sentences are compared first", () => {
    const long = fc.array(paragraph, { minLength: 300, maxLength: 400 }).map((some) => some.join(" fin. "))
    fc.assert(
      fc.property(long, long, (before, after) => {
        const pieces = redlineWords(before, after)
        assert.equal(side(pieces, "added"), before)
        assert.equal(side(pieces, "removed"), after)
      }),
      { numRuns: 10 },
    )
  })

  it("says nothing changed of a text that did not", () => {
    fc.assert(
      fc.property(text, (same) => redline(same, same).every(({ pieces }) => pieces.every(({ is }) => is === "kept"))),
    )
  })

  it("pairs paragraphs in the order of both texts", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pairs = aligned(before, after)
        return pairs.every(
          (pair, index) =>
            index === 0 || (pair.before > pairs[index - 1]!.before && pair.after > pairs[index - 1]!.after),
        )
      }),
    )
  })
})
