import * as mupdf from "mupdf"
import { parentPort, workerData } from "node:worker_threads"
import type { Joined, ToJoin } from "./join.ts"

const { book, papers } = workerData as { book: Uint8Array; papers: ToJoin[] }

parentPort?.postMessage(joined())

function joined(): Joined {
  const pdf = opened(book)
  const own = pdf.countPages()
  const starts = (pdf.loadOutline() ?? []).map(({ page }) => (page ?? 0) + 1)
  const refused: number[] = []
  const titles: { title: string; page: number }[] = []
  for (const [place, paper] of papers.entries()) {
    const page = pdf.countPages()
    try {
      append(pdf, paper.bytes)
      titles.push({ title: paper.title, page })
    } catch {
      // What came in of a file that broke off is taken out again.
      for (let extra = pdf.countPages() - 1; extra >= page; extra--) pdf.deletePage(extra)
      refused.push(place)
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
