import * as mupdf from "mupdf"
import type { Extracted, ExtractLimits } from "./extract.ts"
import { Unreadable } from "./unreadable.ts"

/** The text of a PDF in reading order, a blank line between pages. */
export function pdfText(bytes: Uint8Array, limits: ExtractLimits): Extracted {
  const document = mupdf.Document.openDocument(bytes, "application/pdf")
  if (document.needsPassword()) throw new Unreadable("encrypted")
  const pages = document.countPages()
  // A file that is too broken to be mended opens as one without pages.
  if (pages === 0) throw new Unreadable("broken")
  const texts: string[] = []
  let characters = 0
  for (let index = 0; index < Math.min(pages, limits.pages) && characters <= limits.characters; index++) {
    const text = pageText(document, index)
    texts.push(text)
    characters += text.length
  }
  const read = texts.length
  return {
    text: texts.join(limits.betweenPages),
    pages,
    scanned: characters < 20 * read,
    ...(read < pages ? { reason: "too_long" } : {}),
  }
}

function pageText(document: mupdf.Document, index: number): string {
  const page = document.loadPage(index)
  const structured = page.toStructuredText("dehyphenate")
  const text = structured.asText().trim()
  // The memory of mupdf is not JavaScript's: what is not given back stays until the end.
  structured.destroy()
  page.destroy()
  return text
}
