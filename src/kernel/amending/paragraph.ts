/** A heading (Titre II, Chapitre 1er) or the line of an article opens what follows; the others are counted as alinéas. */
export const paragraphKinds = ["paragraph", "heading", "article"] as const
export type ParagraphKind = (typeof paragraphKinds)[number]

export type Paragraph = { is: ParagraphKind; text: string }

const NUMBER = String.raw`(?:1\s?er|premier|unique|liminaire|[LRDA]\.?\s?\d[\d-]*|\d{1,4}|[IVXLC]+)(?:\s(?:bis|ter|quater|quinquies|sexies|[A-Z]))*(?![\p{L}\p{N}])`
const ARTICLE = new RegExp(
  // "Article 2 de la loi…" opens nothing: after the number comes the end, a sign, or a capital.
  String.raw`^(?:article|art\.)\s+(${NUMBER})(?=\s*(?:$|[:.–—-]|\p{Lu}))[\s:.–—-]*(.*)$`,
  "isu",
)
const HEADING =
  /^(?:(?:sous-)?(?:titre|chapitre|section|livre|partie|annexe)(?:\s+(?:[ivxlc]+|\d+|premier|1er|unique|[a-z])(?![\p{L}\p{N}])|\s*$)|exposé des motifs\s*:?$)/iu

/** What a line of a text opens, by how it is written. */
export function kindOf(text: string): ParagraphKind {
  if (articleOf(text)) return "article"
  if (text.length <= 160 && HEADING.test(text)) return "heading"
  // A line all in capitals is a title; DÉCIDE : is not, it opens the articles.
  const letters = text.replaceAll(/[^\p{L}]/gu, "")
  const isCapitals = letters.length >= 4 && text.length <= 90 && letters === letters.toUpperCase()
  return isCapitals && !/[:;,]$/.test(text) ? "heading" : "paragraph"
}

/** The number of an article, and what stands after it on the same line. */
export function articleOf(text: string): { number: string; rest: string } | undefined {
  const [, number, rest] = ARTICLE.exec(text) ?? []
  // The flag i lets a small letter pass for a capital: "article 2 de la loi".
  if (!number || (/^\p{Ll}/u.test(rest!) && !/[:.–—-]\s*$/.test(text.slice(0, text.length - rest!.length)))) return
  return { number: number.replace(/^1\s?er$|^premier$/i, "1er").replaceAll(/\s+/g, " "), rest: rest! }
}

/** An article whose line goes on with its text, not with a title: that text is its first alinéa. */
export const hasTextInLine = (text: string): boolean => {
  const rest = articleOf(text)?.rest ?? ""
  return rest.length > 80 || /[.;:,]$/.test(rest)
}
