import type { Block, Heading, Inline, RichText } from "../../kernel/rich-text/schema.ts"

const article = /^Article(?=[\s\u00a0]|$)(?:[\s\u00a0]+(?:1er|premier|unique|\d+)(?![\p{L}\p{N}]))?/iu

/** Articles are the headings of the third level that begin with that word: they take their number from their place. */
export const numberArticles = (doc: RichText): RichText => {
  let number = 0
  return {
    ...doc,
    content: doc.content.map((block) => (isArticle(block) ? renumbered(block, ++number) : block)),
  }
}

export const isArticle = (block: Block): block is Heading =>
  block.type === "heading" && block.attrs.level === 3 && article.test(firstText(block))

const firstText = ({ content }: { content?: Inline[] }): string => {
  const first = content?.[0]
  return first?.type === "text" ? first.text : ""
}

const renumbered = (block: Heading, number: number): Heading => {
  const [first, ...rest] = block.content!
  if (first?.type !== "text") return block
  const text = first.text.replace(article, `Article\u00a0${number === 1 ? "1er" : number}`)
  return text === first.text ? block : { ...block, content: [{ ...first, text }, ...rest] }
}
