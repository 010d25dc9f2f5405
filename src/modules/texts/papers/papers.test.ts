import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import mammoth from "mammoth"
import { type World, world } from "../../../../tests/world.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import { extractText } from "../../../kernel/file/extract/extract.ts"
import { textOdt } from "../../../kernel/typeset/odt-text.ts"
import { textDocx } from "../../../kernel/typeset/docx-text.ts"
import { textPdf } from "../../../kernel/typeset/text-paper.ts"
import { beginText } from "../begin.ts"
import { textKinds } from "../kinds.ts"
import { readText } from "../read-text.ts"
import { saveText } from "../save.ts"
import { validateText } from "../validate.ts"
import { paperOf } from "./paper-of.ts"

describe("the paper of a text", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const words = {
    type: "doc" as const,
    content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text: "Supprimer « #set » $x$." }] }],
  }
  const written = async (more: object) => {
    const said = { bodyId: w.lisle, title: "Le train", authorId: w.amina, ...more }
    const { textId } = await w.do(beginText, said, w.people.amina)
    const { text } = await w.ask(readText, { textId }, w.people.amina)
    await w.do(saveText, { textId, doc: words, base: text.doc }, w.people.amina)
    return textId
  }
  const paper = (textId: string, actor = w.people.amina) =>
    inOrganisation(w.db, w.organisation, (db) => paperOf(textId, { ...w.equipment, actor, db, now: w.now }))

  it("says whose an amendment is, what it aims at, why, and who signs; a draft says so", async () => {
    const fields = { place: "Page 4, article 2", grounds: "Le bus passe trop peu.", balance: "Sans coût." }
    const textId = await written({ kind: "amendment", fields })
    const draft = await paper(textId)
    assert.deepEqual([draft.stamp, draft.reference], ["projet", undefined])
    await w.do(validateText, { textId }, w.people.amina)
    const done = await paper(textId)
    assert.deepEqual(
      [done.stamp, done.reference, done.kind, done.facts, done.parts.map(({ heading }) => heading), done.signatures],
      [
        undefined,
        "LIS-2026-AMD-0001",
        "Amendement",
        [
          ["Porté par", "Amina Belkacem"],
          ["Passage visé", "Page 4, article 2"],
        ],
        ["Exposé des motifs", "Incidence financière et équilibre"],
        [{ role: "Pour Locale de Lisle", name: "Amina Belkacem" }],
      ],
    )
  })

  it("is made for every kind, in PDF, in Word and in OpenDocument, with nothing of it read as markup", async () => {
    for (const kind of textKinds) {
      const made = await paper(await written({ kind }))
      assert.equal(
        Buffer.from(await textPdf(made))
          .subarray(0, 5)
          .toString(),
        "%PDF-",
        kind,
      )
      const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await textDocx(made)) })
      assert.match(value, /<h1>Le train<\/h1>/)
      assert.match(value, /Supprimer « #set » \$x\$\./)
      const odt = await extractText(await textOdt(made), "application/vnd.oasis.opendocument.text")
      assert.match(odt.text, /Le train[^]*Supprimer « #set » \$x\$\./)
    }
  })

  it("is for whoever sees the text, and for nobody else", async () => {
    const textId = await written({ kind: "note", confidential: true })
    await assert.rejects(paper(textId, w.people.dario), { code: "not_found" })
    await assert.rejects(paper(textId, w.people.oscar), { code: "not_found" })
  })
})
