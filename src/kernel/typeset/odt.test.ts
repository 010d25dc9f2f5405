import assert from "node:assert/strict"
import { execFile } from "node:child_process"
import { existsSync } from "node:fs"
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, it } from "node:test"
import { promisify } from "node:util"
import { strFromU8, unzipSync } from "fflate"
import { wellFormed } from "../../../tests/well-formed.ts"
import { redlineWords } from "../redline/words.ts"
import { changesIn, odtOf, paragraph } from "./odt.ts"
import { textOdt } from "./odt-text.ts"
import type { TextPaper } from "./text-paper.ts"

const text = (words: string, ...marks: object[]) => ({ type: "text", text: words, ...(marks.length && { marks }) })
const paper: TextPaper = {
  body: "Groupe Les Rives",
  title: "Vœu pour la gare",
  kind: "Vœu",
  reference: "GRL-2026-VOEU-0001",
  date: "2026-05-02",
  lang: "fr",
  region: "FR",
  stamp: "Projet",
  facts: [["Auteur", "Inès Vandermeer"]],
  text: {
    type: "doc",
    content: [
      { type: "paragraph", content: [text("La gare est "), text("ouverte", { type: "bold" }, { type: "italic" })] },
      { type: "heading", attrs: { level: 2 }, content: [text("Article 1er")] },
      {
        type: "orderedList",
        attrs: { start: 3 },
        content: [
          {
            type: "listItem",
            content: [
              { type: "paragraph", content: [text("les trains")] },
              {
                type: "bulletList",
                content: [{ type: "listItem", content: [{ type: "paragraph", content: [text("du soir")] }] }],
              },
            ],
          },
        ],
      },
      {
        type: "blockquote",
        content: [
          { type: "paragraph", content: [text("note", { type: "link", attrs: { href: "https://a.example/?b=1&c" } })] },
        ],
      },
    ],
  } as never,
  parts: [{ heading: "Motifs", text: "Deux  espaces.\nUne ligne." }],
  place_and_date: "Fait à Lisle, le 2 mai 2026",
  signatures: [{ role: "Pour le groupe", name: "Inès Vandermeer" }],
}

const partsOf = (odt: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(odt)).map(([name, bytes]) => [name, strFromU8(bytes)]))

/** Opens a document in LibreOffice and answers its text. */
const opened = async (odt: Uint8Array): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "permanence-odt-"))
  try {
    await writeFile(join(folder, "a.odt"), odt)
    const home = `-env:UserInstallation=file://${folder}/home`
    await promisify(execFile)("soffice", [
      home,
      "--headless",
      "--convert-to",
      "txt:Text (encoded):UTF8",
      "--outdir",
      folder,
      join(folder, "a.odt"),
    ])
    return await readFile(join(folder, "a.txt"), "utf8")
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

describe("an OpenDocument text", () => {
  it("is an archive that says what it is before all else", async () => {
    const odt = await textOdt(paper)
    const head = Buffer.from(odt.subarray(0, 80)).toString("latin1")
    assert.equal(head.slice(30, 38), "mimetype")
    assert.equal(odt[8]! + odt[9]!, 0, "not compressed")
    assert.ok(head.slice(38).startsWith("application/vnd.oasis.opendocument.text"))
    assert.deepEqual(Buffer.from(odt), Buffer.from(await textOdt(paper)))
  })

  it("holds the words, the marks and the lists, well formed", async () => {
    const parts = partsOf(await textOdt(paper))
    for (const [name, content] of Object.entries(parts)) if (name !== "mimetype") assert.ok(wellFormed(content), name)
    for (const part of [
      `<text:span text:style-name="Tbi">ouverte</text:span>`,
      `text:outline-level="3">Article 1er</text:h>`,
      `<text:list text:style-name="Numbers"><text:list-item text:start-value="3">`,
      `<text:a xlink:type="simple" xlink:href="https://a.example/?b=1&amp;c">`,
      `Deux <text:s text:c="1"/>espaces.`,
    ])
      assert.ok(parts["content.xml"]!.includes(part), `${part} is not in ${parts["content.xml"]}`)
    assert.match(parts["styles.xml"]!, /PROJET/)
  })

  it("is well formed whatever was typed", async () => {
    const wild = 'a\u0001b\ud800 ]]> <text:p/> \ufffe &amp; 🎉 "'
    const parts = partsOf(
      await textOdt({ ...paper, title: wild, body: wild, reference: wild, stamp: wild, text: wild }),
    )
    for (const [name, content] of Object.entries(parts)) if (name !== "mimetype") assert.ok(wellFormed(content), name)
  })

  it(
    "opens in LibreOffice, changes tracked",
    { skip: existsSync("/usr/bin/soffice") ? false : "not installed" },
    async () => {
      const read = await opened(await textOdt(paper))
      for (const part of ["Vœu pour la gare", "La gare est ouverte", "les trains", "Deux  espaces.", "Fait à Lisle"])
        assert.ok(read.includes(part), `${part} is not in ${read}`)
      const changes = changesIn()
      const tracked = changes.paragraph(redlineWords("Une aide de 100 euros.", "Une aide de 150 euros."), "Les Crêtes")
      const both = await opened(odtOf(paper, [tracked, paragraph("Fin.")], changes))
      assert.match(both, /Une aide de (100)?150 euros\.\r?\nFin\./)
    },
  )
})
