import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type World, world } from "../../../../tests/world.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import { letterPdf } from "../../../kernel/typeset/letter-paper.ts"
import { read as readPdf } from "../../../kernel/typeset/pdf-for-tests.ts"
import { closeTypesetter } from "../../../kernel/typeset/typeset.ts"
import { keepFile } from "../../documents/contract.ts"
import { readText } from "../../texts/read-text.ts"
import { saveText } from "../../texts/save.ts"
import { signText } from "../../texts/sign.ts"
import { validateText } from "../../texts/validate.ts"
import { beginLetter } from "../begin.ts"
import { printLetter } from "../sending/print.ts"
import { paperToPrint } from "../sending/print-queue.ts"
import { paperOfOne } from "./paper-of.ts"
import { pdfTogether } from "./with-enclosures.ts"

describe("letters printed with what is joined to them", () => {
  let w: World
  before(async () => (w = await world()))
  after(async () => {
    await closeTypesetter()
    await w.end()
  })

  const inside = <T>(work: (given: any) => Promise<T>) =>
    inOrganisation(w.db, w.organisation, (db) => work({ ...w.equipment, actor: w.people.amina, db, now: w.now }))
  const kept = (name: string, content: Uint8Array) =>
    inside((given) => keepFile({ bodyId: w.lisle, name, content: Buffer.from(content) }, given))
  const waiting = async (title: string, fileIds: string[] = []) => {
    const said = { address: "Mairie\n5000 Lisle", called: "Madame, Monsieur", closing: "Bien à vous,", fileIds }
    const { textId } = await w.do(beginLetter, { bodyId: w.lisle, title, authorId: w.amina, ...said }, w.people.amina)
    const { text } = await w.ask(readText, { textId }, w.people.amina)
    const doc = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: `Objet ${title}.` }] }] }
    await w.do(saveText, { textId, doc, base: text.doc }, w.people.amina)
    await w.do(validateText, { textId }, w.people.amina)
    await w.do(signText, { textId }, w.people.amina)
    await w.do(printLetter, { textId }, w.people.amina)
    return textId
  }

  it("come in one file, each followed by its own, each on a sheet of its own, with a page to tick at the end", async () => {
    const plain = await waiting("Sans pièce")
    const annexe = await letterPdf(await inside((given) => paperOfOne(plain, given)))
    const fileIds = [
      await kept("plan du pont.pdf", annexe),
      await kept("photo.png", Buffer.from(DOT, "base64")),
      await kept("budget.csv", Buffer.from("poste;montant\npont;12\n")),
      await kept("abîmé.pdf", Buffer.from("%PDF-1.4 et rien d’autre")),
    ]
    await waiting("Avec pièces", fileIds)
    await waiting("Après")
    const pdf = await pdfTogether(
      await inside((given) => paperToPrint(w.lisle, given)),
      w.equipment.files,
      w.organisation,
    )
    const { pages, bookmarks } = readPdf(pdf)
    const at = (words: RegExp) => pages.findIndex((page) => words.test(page))
    assert.deepEqual(
      [/Objet Sans pièce/, /Objet Avec pièces/, /à part\s: budget\.csv/, /Objet Après/, /À plier et à poster/].map(
        (words) => at(words),
      ),
      [0, 2, 8, 12, 14],
    )
    // Behind the letter: the plan, the photograph (which has no words), and a sheet in the place of what cannot be printed here.
    assert.match(pages[4]!, /Objet Sans pièce/)
    assert.equal(pages[6]!.trim(), "")
    assert.match(pages[8]!, /À joindre ici, imprimé à part\s: budget\.csv/)
    assert.match(pages[10]!, /À joindre ici, imprimé à part\s: abîmé\.pdf/)
    assert.match(pages[14]!, /Avec pièces\s+PJ\s*: plan du pont\.pdf, photo\.png, budget\.csv, abîmé\.pdf/)
    assert.ok(bookmarks.includes("plan du pont.pdf") && bookmarks.includes("Après"))
  })

  it("are the archival letter and no more where nothing is joined", async () => {
    const textId = await waiting("Seule")
    const paper = await inside((given) => paperOfOne(textId, given))
    assert.match(readPdf(await pdfTogether(paper, w.equipment.files, w.organisation)).metadata, /pdfaid/)
  })
})

// A dark square on white.
const DOT =
  "iVBORw0KGgoAAAANSUhEUgAAACgAAAAYCAAAAACt7+AcAAAAHElEQVR4nGP4TyRgGNkKRXCAUYVDRiEhMKwUAgDHRcoHDbV5pAAAAABJRU5ErkJggg=="
