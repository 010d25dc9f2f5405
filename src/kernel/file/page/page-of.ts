import type { NoText } from "../extract/extract.ts"
import { type GivenUp, inThread } from "../extract/thread.ts"
import type { Place, Quote } from "./find-quote.ts"
import type { PageWord } from "./words.ts"

/** What is asked of the thread that reads PDFs. */
export type PageWork =
  | { work: "page"; page: number; width: number }
  | { work: "quotes"; quotes: readonly Quote[]; most: number }

/** A page as a picture, and the words on it. `page` is the last one where more was asked. */
export type DrawnPage = {
  page: number
  pages: number
  width: number
  height: number
  jpeg: Uint8Array
  words: PageWord[]
}

/** A telephone held upright, and a wide screen; both twice as fine as they seem. */
export const pageWidths = [760, 1500] as const
export type PageWidth = (typeof pageWidths)[number]

const cost = { seconds: 20, megabytes: 512 }

/**
 * One page of a PDF. `key` says which file: what was drawn is kept in memory for whoever turns back to it, and never on a disk, where
 * the picture of a confidential page would lie beside its sealed file. Asked for twice at once, it is drawn once.
 */
export const pageOf = ({
  key,
  bytes,
  ...asked
}: {
  key: string
  bytes: () => Promise<Uint8Array>
  page: number
  width: PageWidth
}): Promise<DrawnPage | GivenUp> => {
  const at = `${key} ${asked.page} ${asked.width}`
  const known = kept.get(at)
  if (known) {
    // The one that was asked for last is let go of last.
    kept.delete(at)
    kept.set(at, known)
    return known.drawn
  }
  const one: Kept = { bytes: 0, drawn: drawnNow(asked, bytes) }
  kept.set(at, one)
  one.drawn.then(
    (page) => {
      if ("reason" in page) return void kept.delete(at)
      one.bytes = page.jpeg.byteLength + page.words.length * 120
      letGo()
    },
    () => kept.delete(at),
  )
  return one.drawn
}

const drawnNow = async (asked: { page: number; width: number }, bytes: () => Promise<Uint8Array>) =>
  inThread<DrawnPage>({ work: "page", ...asked, file: await bytes() }, cost)

type Kept = { bytes: number; drawn: Promise<DrawnPage | GivenUp> }
const kept = new Map<string, Kept>()
// Some two hundred pages.
const MOST_BYTES = 48 * 1024 * 1024

const letGo = () => {
  let bytes = kept.values().reduce((sum, one) => sum + one.bytes, 0)
  for (const [at, one] of kept) {
    if (bytes <= MOST_BYTES) return
    kept.delete(at)
    bytes -= one.bytes
  }
}

/** Where quotes of an earlier version stand in this one; undefined for a passage that is no more there. */
export const placesOf = async (
  file: Uint8Array,
  quotes: readonly Quote[],
): Promise<Map<string, Place | undefined> | { reason: NoText }> => {
  const found = await inThread<{ places: Map<string, Place | undefined> }>(
    { work: "quotes", quotes, most: 2000, file },
    { ...cost, seconds: 60 },
  )
  return "reason" in found ? found : found.places
}
