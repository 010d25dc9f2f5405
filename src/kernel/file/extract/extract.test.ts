import assert from "node:assert/strict"
import { randomBytes } from "node:crypto"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, describe, it } from "node:test"
import { Document, Packer, Paragraph } from "docx"
import { strToU8, zipSync, type Zippable } from "fflate"
import * as mupdf from "mupdf"
import { extractText } from "./extract.ts"

const open = "application/vnd.oasis.opendocument"
const office = "application/vnd.openxmlformats-officedocument"
const word = `${office}.wordprocessingml.document`
const folder = mkdtempSync(join(tmpdir(), "extract-"))
after(() => rmSync(folder, { recursive: true }))

function pdf(pages: string[], options = ""): Uint8Array {
  const document = new mupdf.PDFDocument()
  const font = document.addSimpleFont(new mupdf.Font("Helvetica"), "Latin")
  const resources = document.addObject({ Font: { F1: font } })
  for (const text of pages) {
    const drawn = text ? `BT /F1 12 Tf 50 700 Td (${text}) Tj ET` : "1 0 0 rg 10 10 500 500 re f"
    document.insertPage(-1, document.addPage([0, 0, 595, 842], 0, resources, drawn))
  }
  return document.saveToBuffer(options).asUint8Array().slice()
}

// Written by hand, which takes no time; without a table of objects, which readers then make themselves.
function longPdf(pages: number): Uint8Array {
  const text = "BT /F1 12 Tf 50 700 Td (A page of a very long budget) Tj ET"
  const numbers = Array.from({ length: pages }, (_, index) => index + 5)
  const page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R/Resources<</Font<</F1 4 0 R>>>>>>"
  return Buffer.from(`%PDF-1.7
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Count ${pages}/Kids[${numbers.map((number) => `${number} 0 R`).join(" ")}]>> endobj
3 0 obj <</Length ${text.length}>> stream
${text}
endstream endobj
4 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
${numbers.map((number) => `${number} 0 obj ${page} endobj`).join("\n")}
trailer <</Root 1 0 R>>`)
}

const odt = (content: string, more: Zippable = {}) =>
  zipSync({ mimetype: [strToU8(`${open}.text`), { level: 0 }], "content.xml": strToU8(content), ...more })
const paragraphs = Array.from({ length: 3 }, (_, index) => `The assembly decides the point number ${index}`)

describe("the text of a PDF", () => {
  it("is read page by page, from bytes and from a path", async () => {
    const found = await extractText(pdf(paragraphs), "application/pdf")
    assert.deepEqual(found, { text: paragraphs.join("\n\n"), pages: 3, scanned: false })
    const path = join(folder, "a.pdf")
    writeFileSync(path, pdf(paragraphs))
    assert.deepEqual(await extractText(path, "application/pdf"), found)
  })

  it("says that the pages are pictures", async () => {
    assert.deepEqual(await extractText(pdf(["", ""]), "application/pdf"), { text: "", pages: 2, scanned: true })
  })

  it("says that a password keeps it closed", async () => {
    const closed = pdf(paragraphs, "encrypt=aes-256,user-password=a,owner-password=b")
    assert.deepEqual(await extractText(closed, "application/pdf"), { text: "", reason: "encrypted" })
  })

  it("stops after the pages it may read, and says so", async () => {
    const found = await extractText(longPdf(10_000), "application/pdf", { pages: 500 })
    assert.equal(found.pages, 10_000)
    assert.equal(found.reason, "too_long")
    assert.equal(found.text.split("\n\n").length, 500)
  })

  it("stops after the characters it may keep, and says so", async () => {
    const found = await extractText(pdf(paragraphs), "application/pdf", { characters: 50 })
    assert.deepEqual([found.text.length, found.reason], [50, "too_long"])
  })

  it("is broken, or what can be saved of it, when it was cut", async () => {
    const whole = pdf(paragraphs)
    assert.equal((await extractText(whole.subarray(0, 40), "application/pdf")).reason, "broken")
    const half = await extractText(whole.subarray(0, whole.length / 2), "application/pdf")
    assert.ok(half.reason === "broken" || half.pages !== undefined)
    assert.equal((await extractText(randomBytes(10_000), "application/pdf")).reason, "broken")
  })

  it("does not outlive its time", async () => {
    const started = performance.now()
    const found = await extractText(pdf(paragraphs), "application/pdf", { seconds: 0.01 })
    assert.deepEqual(found, { text: "", reason: "too_slow" })
    assert.ok(performance.now() - started < 5000)
  })

  it("does not take more memory than it may", async () => {
    const large = Buffer.concat([pdf(paragraphs), Buffer.alloc(60_000_000, " ")])
    assert.equal((await extractText(large, "application/pdf", { megabytes: 40 })).reason, "too_heavy")
    assert.equal((await extractText(large, "application/pdf", { megabytes: 400 })).pages, 3)
  })
})

describe("the text of a Word document", () => {
  it("is its paragraphs", async () => {
    const document = new Document({
      sections: [{ children: ["Été à l’Isle", "Vœu n° 2"].map((text) => new Paragraph(text)) }],
    })
    const found = await extractText(await Packer.toBuffer(document), word)
    assert.deepEqual(found, { text: "Été à l’Isle\n\nVœu n° 2" })
  })

  it("has a reason to be empty when it is encrypted, cut, or no document", async () => {
    const encrypted = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2000)])
    assert.equal((await extractText(encrypted, word)).reason, "encrypted")
    assert.equal((await extractText(zipSync({ "a.txt": strToU8("a") }), word)).reason, "broken")
    assert.equal((await extractText(odt("<x/>").subarray(0, 60), word)).reason, "broken")
  })

  it("is refused to a bomb, whether it announces its size or lies about it", async () => {
    const bomb = zipSync({ "word/document.xml": new Uint8Array(80_000_000) }, { level: 1 })
    assert.ok(bomb.length < 1_000_000)
    assert.equal((await extractText(bomb, word)).reason, "too_heavy")
    const lying = Buffer.from(bomb)
    const announced = Buffer.alloc(4)
    announced.writeUInt32LE(80_000_000)
    for (let at = lying.indexOf(announced); at >= 0; at = lying.indexOf(announced, at + 4)) lying.writeUInt32LE(100, at)
    assert.equal((await extractText(lying, word)).reason, "broken")
  })

  it("is too heavy when its paragraphs would fill the memory", async () => {
    const body = "<w:p><w:r><w:t>a</w:t></w:r></w:p>".repeat(400_000)
    const xml = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
    const document = new Document({ sections: [] })
    const { unzipSync } = await import("fflate")
    const files = unzipSync(await Packer.toBuffer(document))
    const heavy = zipSync({ ...files, "word/document.xml": strToU8(xml) })
    const { reason } = await extractText(heavy, word, { megabytes: 120, seconds: 30 })
    assert.equal(reason, "too_heavy")
  })
})

describe("the text of an OpenDocument file", () => {
  it("is its paragraphs and cells, without what was struck out", async () => {
    const content = `<?xml version="1.0"?><office:body><text:tracked-changes><text:p>barré</text:p></text:tracked-changes>
      <text:h>Ordre du jour</text:h><text:p>Vote<text:s/>du<text:tab/>budget &amp; &#233;lections</text:p></office:body>`
    assert.deepEqual(await extractText(odt(content), `${open}.text`), {
      text: "Ordre du jour\nVote du budget & élections",
    })
  })

  it("says that a password keeps it closed", async () => {
    const manifest = strToU8("<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>")
    const closed = odt("\u0001\u0002", { "META-INF": { "manifest.xml": manifest } })
    assert.equal((await extractText(closed, `${open}.text`)).reason, "encrypted")
  })
})

describe("the text of other files", () => {
  it("is read from slides and sheets", async () => {
    const slides = zipSync({
      "ppt/slides/slide10.xml": strToU8("<a:p><a:t>dix</a:t></a:p>"),
      "ppt/slides/slide2.xml": strToU8("<a:p><a:t>deux</a:t></a:p>"),
    })
    assert.equal((await extractText(slides, `${office}.presentationml.presentation`)).text, "deux\n\n\ndix")
    const sheet = zipSync({
      "xl/sharedStrings.xml": strToU8("<sst><si><t>Recettes</t></si><si><t>Dépenses</t></si></sst>"),
    })
    assert.equal((await extractText(sheet, `${office}.spreadsheetml.sheet`)).text, "Recettes\nDépenses")
  })

  it("is read in the encoding it is in", async () => {
    for (const [bytes, expected] of [
      [Buffer.from("\ufeffprénom"), "prénom"],
      [Buffer.from("pr\xe9nom \x80", "latin1"), "prénom €"],
      [Buffer.from("\ufeffprénom", "utf16le"), "prénom"],
      [Buffer.from("a\u0000b"), "a b"],
    ] as const) {
      assert.equal((await extractText(bytes, "text/csv")).text, expected)
    }
  })

  it("is the people, the subject and the body of an e-mail, without its styles", async () => {
    const mail = [
      "From: =?utf-8?q?In=C3=A8s?= <ines@lisle.example>",
      "Subject: =?utf-8?b?w4l0w6k=?=",
      "Content-Type: text/html; charset=utf-8",
      "",
      "<style>p{}</style><p>Je serai l&agrave;</p><p>In&egrave;s</p>",
    ].join("\r\n")
    const { text } = await extractText(Buffer.from(mail), "message/rfc822")
    assert.match(text, /^Été\nInès ines@lisle\.example\n/)
    assert.match(text, /Je serai là\s+Inès$/)
  })

  it("is not read from pictures and archives", async () => {
    for (const type of ["image/png", "application/zip", "application/octet-stream"]) {
      assert.deepEqual(await extractText(Buffer.from("a"), type), { text: "", reason: "unsupported" })
    }
  })

  it("is read for many at once, two at a time", async () => {
    const many = await Promise.all(
      Array.from({ length: 7 }, (_, index) => extractText(Buffer.from(`n ${index}`), "text/plain")),
    )
    assert.deepEqual(
      many.map(({ text }) => text),
      Array.from({ length: 7 }, (_, index) => `n ${index}`),
    )
  })
})
