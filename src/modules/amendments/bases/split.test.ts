import assert from "node:assert/strict"
import { describe, it } from "node:test"
import fc from "fast-check"
import { splitText } from "./split.ts"

const split = (source: string) => splitText(source).paragraphs.map(({ is, text }) => `${is[0]} ${text}`)

describe("a text that is split in paragraphs", () => {
  it("knows its articles and headings", () => {
    assert.deepEqual(
      split(
        "TITRE II\nArticle 1er\nLa Région verse une aide.\nArticle 2 – Suivi\nUn rapport est rendu.\nArt. 3 bis : Le Président exécute.",
      ),
      [
        "h TITRE II",
        "a Article 1er",
        "p La Région verse une aide.",
        "a Article 2 – Suivi",
        "p Un rapport est rendu.",
        "a Art. 3 bis : Le Président exécute.",
      ],
    )
  })

  it("does not take for an article the one of a law that is cited", () => {
    assert.deepEqual(split("Article 2 de la loi du 7 août 2015 ;\nL’article 3 est supprimé.\nDÉCIDE :"), [
      "p Article 2 de la loi du 7 août 2015 ;",
      "p L’article 3 est supprimé.",
      "p DÉCIDE :",
    ])
  })

  it("joins the lines of a page, and cut words, and keeps what begins with a sign apart", () => {
    assert.deepEqual(
      split(
        [
          "Vu le code général des collectivités territoriales, notamment ses arti-",
          "cles L. 4221-1 et suivants, et l’avis de la vice-présidente donné ce jour ;",
          "La vice-",
          "présidente rend compte de l’emploi de l’aide dans les trois mois de son ver-",
          "sement.",
          "1° Le projet de la commune, avec le budget de la ligne et son plan de finan-",
          "cement ;",
          "2° Le budget.",
        ].join("\n"),
      ),
      [
        "p Vu le code général des collectivités territoriales, notamment ses articles L. 4221-1 et suivants, et l’avis de la vice-présidente donné ce jour ;",
        "p La vice-présidente rend compte de l’emploi de l’aide dans les trois mois de son versement.",
        "p 1° Le projet de la commune, avec le budget de la ligne et son plan de financement ;",
        "p 2° Le budget.",
      ],
    )
  })

  it("leaves out what is printed on each page, and takes up the sentence that went over it", () => {
    const page = (number: number, text: string) => `RÉGION VALMONT\nRapport n° 214\n\n${text}\n\nPage ${number} / 3`
    const source = [
      page(1, "La Région soutient les communes qui rouvrent une ligne de"),
      page(2, "car vers la gare."),
      page(3, "Elle rend compte."),
    ].join("\f")
    const { paragraphs, leftOut } = splitText(source)
    assert.deepEqual(
      paragraphs.map(({ text }) => text),
      ["La Région soutient les communes qui rouvrent une ligne de car vers la gare.", "Elle rend compte."],
    )
    assert.equal(leftOut, 9)
  })

  it("takes each line of a pasted text for a paragraph when lines are not laid out", () => {
    assert.deepEqual(split("Un premier alinéa.\r\n\r\n\r\nUn deuxième.\nUn troisième"), [
      "p Un premier alinéa.",
      "p Un deuxième.",
      "p Un troisième",
    ])
    assert.deepEqual(split(" \n \n"), [])
  })

  it("takes no time over what no text holds", () => {
    const long = 200_000
    const started = performance.now()
    for (const source of [
      "é".repeat(long),
      "-".repeat(long),
      `Article 1 ${":".repeat(long)}\n x`,
      "\u00a0".repeat(long),
      `a${" \u00a0".repeat(long)}\fb\fc`,
      "\n".repeat(long),
      "é-\n".repeat(long / 10),
    ])
      splitText(source)
    assert.ok(performance.now() - started < 5000)
  })

  it("loses no word, whatever it is given", () => {
    const line = fc.array(fc.constantFrom("Article 2", "a", "le", "budget", "1°", "TITRE I", "fin.", "–"), {
      maxLength: 9,
    })
    const letters = (text: string) => text.replaceAll(/\s+/g, "")
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const source = lines.map((words) => words.join(" ")).join("\n")
        assert.equal(
          letters(
            splitText(source)
              .paragraphs.map(({ text }) => text)
              .join(""),
          ),
          letters(source),
        )
      }),
    )
  })
})
