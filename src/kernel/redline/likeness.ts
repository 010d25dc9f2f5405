const segmenter = new Intl.Segmenter("fr", { granularity: "word" })

/** Words, spaces and signs, in order: joined again they are the text. An amount is one word, its thousands included. */
export function tokensOf(text: string): string[] {
  const tokens: string[] = []
  for (const { segment } of segmenter.segment(text)) {
    const amount = isThousand.test(segment) && isSpace.test(tokens.at(-1) ?? "") && isFigures.test(tokens.at(-2) ?? "")
    if (amount) tokens.push(tokens.splice(-2).join("") + segment)
    else tokens.push(segment)
  }
  return tokens
}

const isThousand = /^\d{3}(,\d+)?$/
const isSpace = /^[ \u00a0\u202f]$/
const isFigures = /^\d{1,3}([ \u00a0\u202f]\d{3})*$/

const hasWord = /[\p{L}\p{N}]/u

/** A text that holds no word: a space, a comma, the sign of a list. */
export const isWordless = (text: string): boolean => !hasWord.test(text)

/** How often each word occurs: what two paragraphs are compared by. */
export type Bag = { words: Map<string, number>; size: number }

export function bagOf(text: string): Bag {
  const words = new Map<string, number>()
  let size = 0
  for (const token of tokensOf(text.toLowerCase())) {
    if (isWordless(token)) continue
    words.set(token, (words.get(token) ?? 0) + 1)
    size++
  }
  return { words, size }
}

/** From 0, nothing in common, to 1, the same words in whatever order. */
export function likeness(one: Bag, other: Bag): number {
  if (one.size === 0 || other.size === 0) return one.size === other.size ? 1 : 0
  const [small, large] = one.words.size < other.words.size ? [one, other] : [other, one]
  let common = 0
  for (const [word, times] of small.words) common += Math.min(times, large.words.get(word) ?? 0)
  return (2 * common) / (one.size + other.size)
}

/** The most likeness two paragraphs of these lengths can have: spares most comparisons of a short with a long one. */
export const likenessAtMost = (one: Bag, other: Bag): number =>
  (2 * Math.min(one.size, other.size)) / (one.size + other.size || 1)
