import * as mupdf from "mupdf"
import { Unreadable } from "../extract/unreadable.ts"
import { findQuotes } from "./find-quote.ts"
import type { DrawnPage, PageWork } from "./page-of.ts"
import type { PageWord } from "./words.ts"

/** What is asked of the pages of a PDF, within the thread that reads it. */
export function pages(bytes: Uint8Array, asked: PageWork): unknown {
  const document = mupdf.Document.openDocument(bytes, "application/pdf")
  if (document.needsPassword()) throw new Unreadable("encrypted")
  const count = document.countPages()
  if (count === 0) throw new Unreadable("broken")
  if (asked.work === "page") return drawn(document, { ...asked, page: Math.min(asked.page, count) }, count)
  const words = Array.from({ length: Math.min(count, asked.most) }, (_, index) => {
    const page = document.loadPage(index)
    const found = wordsOf(page)
    page.destroy()
    return found
  })
  return { places: findQuotes(asked.quotes, words) }
}

function drawn(document: mupdf.Document, { page: number, width }: { page: number; width: number }, count: number) {
  const page = document.loadPage(number - 1)
  const [x0, y0, x1, y1] = page.getBounds()
  const scale = width / (x1 - x0)
  // A roll of plans a hundred metres long is drawn smaller than asked, not refused.
  const zoom = Math.min(scale, Math.sqrt(MOST_PIXELS / ((x1 - x0) * (y1 - y0))))
  const pixmap = page.toPixmap(mupdf.Matrix.scale(zoom, zoom), mupdf.ColorSpace.DeviceRGB, false, true)
  const answer: DrawnPage = {
    page: number,
    pages: count,
    width: Math.round((x1 - x0) * zoom),
    height: Math.round((y1 - y0) * zoom),
    jpeg: pixmap.asJPEG(84, false).slice(),
    words: wordsOf(page),
  }
  pixmap.destroy()
  page.destroy()
  return answer
}

const MOST_PIXELS = 8_000_000
// Beyond, the page is a picture made of letters.
const MOST_WORDS = 8000

function wordsOf(page: mupdf.Page): PageWord[] {
  const [left, top, right, bottom] = page.getBounds()
  const words: PageWord[] = []
  let [paragraph, line] = [-1, -1]
  let open: { text: string; x0: number; y0: number; x1: number; y1: number } | undefined
  const close = () => {
    if (open && words.length < MOST_WORDS) {
      const across = (x: number) => within(((x - left) / (right - left)) * 10_000)
      const down = (y: number) => within(((y - top) / (bottom - top)) * 10_000)
      const [x, y] = [across(open.x0), down(open.y0)]
      words.push({
        text: open.text.replaceAll("\u0000", "").toWellFormed(),
        x,
        y,
        w: across(open.x1) - x,
        h: down(open.y1) - y,
        paragraph,
        line,
      })
    }
    open = undefined
  }
  const structured = page.toStructuredText("preserve-whitespace")
  structured.walk({
    beginTextBlock: () => void paragraph++,
    beginLine: () => void line++,
    onChar(char, _origin, _font, _size, quad) {
      if (/^\s$/u.test(char)) return close()
      const [xs, ys] = [quad.filter((_, index) => index % 2 === 0), quad.filter((_, index) => index % 2 === 1)]
      const box = { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) }
      open = open
        ? {
            text: open.text + char,
            x0: Math.min(open.x0, box.x0),
            y0: Math.min(open.y0, box.y0),
            x1: Math.max(open.x1, box.x1),
            y1: Math.max(open.y1, box.y1),
          }
        : { text: char, ...box }
    },
    endLine: close,
  })
  structured.destroy()
  return words
}

const within = (share: number) => Math.max(0, Math.min(10_000, Math.round(share)))
