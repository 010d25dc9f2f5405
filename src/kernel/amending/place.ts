import { articleOf, hasTextInLine, type Paragraph } from "./paragraph.ts"

/** Where a paragraph stands, as the trade says it: article 2, alinéa 3. Without alinéa: the line of the article or heading. */
export type Place = { article?: string; heading?: string; alinea?: number }

/** The place of each paragraph. Alinéas are counted from the article; before the first one, from the heading or the top. */
export function placesOf(paragraphs: readonly Paragraph[]): Place[] {
  let within: Omit<Place, "alinea"> = {}
  let alinea = 0
  return paragraphs.map(({ is, text }) => {
    if (is === "paragraph") return { ...within, alinea: ++alinea }
    const number = is === "article" ? articleOf(text)?.number : undefined
    within = number ? { article: number } : { heading: titleOf(text) }
    alinea = 0
    return is === "article" && hasTextInLine(text) ? { ...within, alinea: ++alinea } : { ...within }
  })
}

const titleOf = (text: string) => (text.length > 60 ? `${text.slice(0, 60).replace(/\s+\S*$/, "")}…` : text)

/** Where the article or heading that holds a paragraph ends: the next line that opens another. */
export function endOfSection(paragraphs: readonly Paragraph[], from: number): number {
  const next = paragraphs.findIndex(({ is }, index) => index > from && is !== "paragraph")
  return next === -1 ? paragraphs.length : next
}
