import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { strFromU8, unzipSync } from "fflate"
import mammoth from "mammoth"
import { minutesDocx } from "./docx.ts"
import { hostile, paper } from "./paper-for-tests.ts"
import { minutesPlain } from "./plain.ts"

const html = async (docx: Uint8Array) => (await mammoth.convertToHtml({ buffer: Buffer.from(docx) })).value
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")

describe("minutesDocx", () => {
  it("opens with its headings, lists, tables and links", async () => {
    const read = await html(await minutesDocx(paper))
    for (const part of [
      "<h1>Assemblée statutaire du printemps</h1>",
      "<h2>1. Approbation du procès-verbal du 12 mars (19 h 34)</h2>",
      "<h3>Débat</h3>",
      "<strong><em>options</em></strong>",
      '<a href="https://valmont.example/note">',
      "<li>un essai de six mois<ol><li>sans voitures</li></ol></li>",
      "<strong>Il est approuvé.</strong>",
      "→ Afficher — Samuel Okonkwo, 5 juin 2026",
      "<thead><tr><th><p>Nom</p></th>",
      "PROJET",
      "Le vert n’est pas une façade.",
    ])
      assert.ok(read.includes(part), `${part} is not in ${read}`)
    assert.ok(read.includes(escaped(hostile)), "hostile words stand as written")
  })

  it("says on every page that it is a draft, and gives hours the room of hours", async () => {
    const files = unzipSync(await minutesDocx(paper))
    const headers = Object.keys(files).filter((name) => /^word\/header\d+\.xml$/.test(name))
    assert.ok(headers.some((name) => strFromU8(files[name]!).includes("PROJET")))
    const { stamp: _, ...settled } = paper
    assert.ok(!Object.keys(unzipSync(await minutesDocx(settled))).some((name) => name.startsWith("word/header")))
    const xml = strFromU8(files["word/document.xml"]!)
    const grids = [...xml.matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>/g)].map(([, grid]) =>
      [...grid!.matchAll(/w:w="(\d+)"/g)].map(([, width]) => Number(width)),
    )
    for (const grid of grids) assert.ok(grid.reduce((sum, width) => sum + width, 0) <= 9026, "fits between the margins")
    const list = grids.at(-1)!
    assert.ok(list[0]! > list.at(-1)!, "a name is wider than an hour")
  })

  it("is well-formed whatever was typed", async () => {
    const wild = "a\u0001b\ud800 ]]> <w:p/> \ufffe &amp; 🎉"
    const docx = await minutesDocx({
      ...paper,
      title: wild,
      body: wild,
      reference: wild,
      items: [{ title: wild, notes: wild }],
    })
    assert.ok((await html(docx)).includes("<h1>ab"))
    const xml = strFromU8(unzipSync(docx)["word/document.xml"]!)
    // oxlint-disable-next-line no-control-regex -- XML 1.0 forbids them
    assert.doesNotMatch(xml, /[\u0000-\u0008\ufffe\uffff]/)
  })

  it("leaves no title at the foot of a page, not even with the line under it", async () => {
    const xml = strFromU8(unzipSync(await minutesDocx(paper))["word/document.xml"]!)
    const lead = /<w:p>(?:(?!<w:p>)[^])*?Pour décider/.exec(xml)![0]
    assert.match(lead, /<w:keepNext\/>/)
  })

  it("keeps the number an ordered list begins with", async () => {
    const xml = strFromU8(unzipSync(await minutesDocx(paper))["word/numbering.xml"]!)
    assert.match(xml, /<w:start w:val="3"\/>/)
  })
})

describe("minutesPlain", () => {
  it("reads well in a chat", () => {
    const short = { ...paper, items: paper.items.slice(0, 1) }
    assert.equal(
      minutesPlain(short),
      `Locale de Valmont · Procès-verbal (projet)
Assemblée statutaire du printemps
jeudi 21 mai 2026, de 19 h 34 à 21 h 52
Envoyé aux membres le 26 mai 2026.

Préside\u00a0: Élodie Van den Broeck-Delattre
Quorum\u00a0: atteint : 26 pour 22 requis

1. Approbation du procès-verbal du 12 mars (19 h 34)
Pour décider · présenté par Karim Aït-Saïd

Le procès-verbal est lu.

Décision 2026-18
Il est approuvé.
Consentement.
Sans objection.

→ Afficher — Samuel Okonkwo, 5 juin 2026

La séance est levée à 21 h 52.

Corrections demandées
– Point 1\u00a0: lire « 350 € ».

La présidente de séance\u00a0: Élodie Van den Broeck-Delattre
La secrétaire de séance\u00a0: Inès Vandermeer

VAL-2026-PV-0004
Empreinte du journal\u00a0: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08`,
    )
  })
})
