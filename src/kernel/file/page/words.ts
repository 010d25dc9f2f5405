/** A word where it stands on its page: its box in ten-thousandths of the page, and the paragraph and the line it is in. */
export type PageWord = { text: string; x: number; y: number; w: number; h: number; paragraph: number; line: number }

/** A place on a page, in ten-thousandths of it. */
export type Rect = { x: number; y: number; w: number; h: number }

/** Where these words stand: one place for each line of them. */
export const rectsOf = (words: readonly PageWord[]): Rect[] =>
  [...Map.groupBy(words, ({ line }) => line).values()].map((those) => {
    const [x, y] = [Math.min(...those.map((one) => one.x)), Math.min(...those.map((one) => one.y))]
    return {
      x,
      y,
      w: Math.max(...those.map((one) => one.x + one.w)) - x,
      h: Math.max(...those.map((one) => one.y + one.h)) - y,
    }
  })

/** The words as somebody would quote them. */
export const quoteOf = (words: readonly PageWord[]): string => words.map(({ text }) => text).join(" ")

/** Letters and figures alone: a line that breaks elsewhere, another hyphen or another quote make no other passage. */
export const bare = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}%€]+/gu, "")
