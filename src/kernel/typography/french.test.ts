import assert from "node:assert/strict"
import { describe, it } from "node:test"
import fc from "fast-check"
import type { RichText } from "../rich-text/schema.ts"
import { corrected } from "./french.ts"
import { correctedText } from "./in-text.ts"

/** Narrow spaces shown as _, fixed ones as ~. */
const shown = (text: string) => text.replaceAll("\u202f", "_").replaceAll("\u00a0", "~")

const cases: [was: string, is: string][] = [
  ["Que faire ? Rien ! Oui ; non : peut-être.", "Que faire_? Rien_! Oui_; non~: peut-être."],
  ["Quoi?! Ici: voilà", "Quoi_?! Ici~: voilà"],
  ["(?) et (!)", "(?) et (!)"],
  ["l'eau qu'il a d'ici", "l’eau qu’il a d’ici"],
  ['"Un train" et «un bus»', "«~Un train~» et «~un bus~»"],
  ["etc... mais", "etc… mais"],
  ["Le voeu, une Oeuvre, les soeurs, VOEU, moelle", "Le vœu, une Œuvre, les sœurs, VŒU, moelle"],
  ["à 16h15, 9 h et 10:30", "à 16~h~15, 9~h et 10:30"],
  ["25 000 €, 12%, 3 km, 1 234 567,89 €", "25~000~€, 12~%, 3~km, 1~234~567,89~€"],
  ["le 1 mars, la 2ème fois, la 1ère", "le 1er mars, la 2e fois, la 1re"],
  ["M. Dupont, Mme Durand, n°12, art. 3, Article 4", "M.~Dupont, Mme~Durand, n°~12, art.~3, Article~4"],
  ["un mot , puis un autre .", "un mot, puis un autre."],
  ["le train - celui de 8h - passe", "le train – celui de 8~h – passe"],
  ["deux  espaces", "deux espaces"],
]

describe("French typography", () => {
  for (const [was, is] of cases) it(`sets “${was}”`, () => assert.equal(shown(corrected(was)), is))

  it("leaves addresses, mail addresses, files, code, accounts and telephones letter for letter", () => {
    for (const text of [
      "https://lisle.example/?a=1;b='2'!",
      "www.lisle.be/l'eau?x=1",
      "o'brien@lisle.example",
      "`a ? b : c`",
      "plan-2026.v2.pdf",
      "BE68 5390 0754 7034",
      "FR76 3000 6000 0112 3456 7890 189",
      "02 123 45 67",
      "0470 12 34 56",
    ])
      assert.equal(corrected(text), text)
    assert.equal(shown(corrected("Voir www.lisle.be : c'est là")), "Voir www.lisle.be~: c’est là")
  })

  it("done twice is as done once, and takes no letter away", () => {
    const signs = fc.string({ unit: fc.constantFrom(..."aeéoOL1 2:;!?.,«»\"'-h%€()\u00a0\u202f\n") })
    fc.assert(
      fc.property(signs, (text) => {
        const once = corrected(text)
        assert.equal(corrected(once), once)
        const bare = (it: string) => it.replace(/[^a-z1-2é]/gi, "").replace(/œ/g, "oe")
        assert.equal(bare(once.replace(/œ/g, "oe").replace(/Œ/g, "Oe")).toLowerCase(), bare(text).toLowerCase())
      }),
    )
  })

  it("keeps the dress of words, and says what it would do", () => {
    const doc: RichText = {
      type: "doc",
      content: [
        { type: "paragraph", content: [{ type: "text", text: "Oui" }] },
        {
          type: "paragraph",
          content: [
            { type: "text", text: "L'eau", marks: [{ type: "bold" }] },
            { type: "text", text: " est là !" },
          ],
        },
      ],
    }
    const { doc: set, changed } = correctedText(doc)
    assert.deepEqual(set.content[1], {
      type: "paragraph",
      content: [
        { type: "text", text: "L’eau", marks: [{ type: "bold" }] },
        { type: "text", text: " est là\u202f!" },
      ],
    })
    assert.deepEqual(
      changed.map((pieces) => pieces.filter(({ is }) => is !== "kept").map(({ is, text }) => [is, text])),
      [
        [
          ["removed", "'"],
          ["added", "’"],
          ["removed", " "],
          ["added", "\u202f"],
        ],
      ],
    )
  })
})
