import { type PageWord, type Rect, bare, rectsOf } from "./words.ts"

export type Place = { page: number; rects: Rect[] }
export type Quote = { id: string; quote: string; page: number }

/** Finds quotes in the pages of a text that came again: of several places, the one nearest to the page where it stood. */
export const findQuotes = (
  quotes: readonly Quote[],
  pages: readonly (readonly PageWord[])[],
): Map<string, Place | undefined> => {
  const places = pages.flatMap((words, page) => words.map((word) => ({ page, word })))
  // The whole text as one string of letters, and for each letter the word it belongs to: a passage may run over a page's end.
  const parts = places.map(({ word }) => bare(word.text))
  const letters = parts.join("")
  const wordAt = new Uint32Array(letters.length)
  let at = 0
  for (const [index, part] of parts.entries()) {
    wordAt.fill(index, at, at + part.length)
    at += part.length
  }
  const found = ({ quote, page }: Quote): Place | undefined => {
    const sought = bare(quote)
    if (!sought) return undefined
    let best: { from: number; to: number; far: number } | undefined
    for (let hit = letters.indexOf(sought); hit >= 0; hit = letters.indexOf(sought, hit + 1)) {
      const from = wordAt[hit]!
      const far = Math.abs(places[from]!.page + 1 - page)
      // "part" is not found in "partout": a passage begins and ends with its words.
      const isWhole =
        (hit === 0 || wordAt[hit - 1] !== from) && wordAt[hit + sought.length] !== wordAt[hit + sought.length - 1]
      if (isWhole && (!best || far < best.far)) best = { from, to: wordAt[hit + sought.length - 1]!, far }
    }
    if (!best) return undefined
    const on = places[best.from]!.page
    const words = places.slice(best.from, best.to + 1).filter((one) => one.page === on)
    return { page: on + 1, rects: rectsOf(words.map(({ word }) => word)) }
  }
  return new Map(quotes.map((one) => [one.id, found(one)]))
}
