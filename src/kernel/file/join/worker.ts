import * as mupdf from "mupdf"
import { parentPort, workerData } from "node:worker_threads"
import type { Joined, ToJoin } from "./join.ts"

const { book, papers, sheets } = workerData as { book: Uint8Array; papers: ToJoin[]; sheets: boolean }

// A4 in points, and the margin a printer leaves white.
const [WIDTH, HEIGHT, MARGIN] = [595, 842, 28]

// The built-in fonts know the signs of Windows-1252.
const beyond = new Map(
  [..."’‘“”–—…œŒ€"].map((sign, at) => [sign, [146, 145, 147, 148, 150, 151, 133, 156, 140, 128][at]!]),
)

parentPort?.postMessage(joined())

function joined(): Joined {
  const pdf = opened(book)
  const own = pdf.countPages()
  const starts = (pdf.loadOutline() ?? []).map(({ page }) => (page ?? 0) + 1)
  const refused: number[] = []
  const titles: { title: string; page: number }[] = []
  for (const [place, paper] of papers.entries()) {
    if (sheets && pdf.countPages() % 2 === 1) sheet(pdf, {}, "")
    const page = pdf.countPages()
    try {
      if (!paper.bytes) throw new Error("nothing to join")
      if (paper.as === "picture") picture(pdf, paper.bytes)
      else append(pdf, paper.bytes)
      titles.push({ title: paper.title, page })
    } catch {
      // What came in of a file that broke off is taken out again.
      for (let extra = pdf.countPages() - 1; extra >= page; extra--) pdf.deletePage(extra)
      refused.push(place)
      if (paper.slip) slip(pdf, paper.slip)
    }
  }
  if (papers.length === 0) return { pdf: book, pages: own, starts, own, refused }
  const outline = pdf.outlineIterator()
  while (outline.next() === 0);
  for (const { title, page } of titles) outline.insert({ title, uri: `#page=${page + 1}`, open: false })
  const bytes = pdf.saveToBuffer("garbage=deduplicate,compress").asUint8Array().slice()
  return { pdf: bytes, pages: pdf.countPages(), starts, own, refused }
}

function opened(bytes: Uint8Array): mupdf.PDFDocument {
  const document = mupdf.Document.openDocument(bytes, "application/pdf")
  const pdf = document.asPDF()
  if (!pdf || document.needsPassword() || document.countPages() === 0) throw new Error("not a readable PDF")
  return pdf
}

function append(pdf: mupdf.PDFDocument, bytes: Uint8Array) {
  const paper = opened(bytes)
  const map = pdf.newGraftMap()
  for (let page = 0; page < paper.countPages(); page++) map.graftPage(-1, paper, page)
  paper.destroy()
}

function sheet(pdf: mupdf.PDFDocument, resources: object, contents: string, [width, height] = [WIDTH, HEIGHT]) {
  pdf.insertPage(-1, pdf.addPage([0, 0, width!, height!], 0, pdf.addObject(resources), contents))
}

/** As large as its sheet, which lies on its side for one that is wider than high. */
function picture(pdf: mupdf.PDFDocument, bytes: Uint8Array) {
  const image = new mupdf.Image(bytes)
  const [wide, high] = [image.getWidth(), image.getHeight()]
  const [width, height] = wide > high ? [HEIGHT, WIDTH] : [WIDTH, HEIGHT]
  // Not above 150 points an inch: a small logo would be drawn as blocks.
  const scale = Math.min((width - 2 * MARGIN) / wide, (height - 2 * MARGIN) / high, 72 / 150)
  const [w, h] = [wide * scale, high * scale]
  const matrix = [w, 0, 0, h, (width - w) / 2, (height - h) / 2].map((one) => one.toFixed(2)).join(" ")
  const drawn = pdf.addImage(image)
  sheet(pdf, { XObject: { Picture: drawn } }, `q ${matrix} cm /Picture Do Q`, [width, height])
}

function slip(pdf: mupdf.PDFDocument, words: string) {
  const font = pdf.addSimpleFont(new mupdf.Font("Helvetica"), "Latin")
  const lines = (words.match(/.{1,70}(?:\s|$)|.{70}/g) ?? [words]).map((line) => `<${hex(line.trim())}> Tj T*`)
  sheet(pdf, { Font: { Slip: font } }, `BT /Slip 13 Tf 20 TL 70 ${HEIGHT - 120} Td ${lines.join(" ")} ET`)
}

function hex(line: string): string {
  return [...line.normalize("NFC").replaceAll(/[\u202f\u2009]/g, "\u00a0")]
    .map((sign) => beyond.get(sign) ?? (sign.codePointAt(0)! < 256 ? sign.codePointAt(0)! : 63))
    .map((code) => code.toString(16).padStart(2, "0"))
    .join("")
}
