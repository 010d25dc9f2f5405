import type { Block, Inline, RichText, Text } from "../../../kernel/rich-text/schema.ts"

/** Words of one paragraph, and the place of that paragraph when they were read. */
export type Passage = { passage: string; near: number }

/** Whether a text still holds a passage. */
export const holdsPassage = (doc: RichText | null, of: Passage): boolean => placeOf(doc, of) !== undefined

/** The text with other words in place of a passage, dressed as the first of them; undefined when the passage is gone. */
export const replaced = (doc: RichText | null, of: Passage, by: string): RichText | undefined => {
  const place = placeOf(doc, of)
  if (!doc || place === undefined) return undefined
  let at = -1
  const inBlocks = (blocks: Block[]): Block[] =>
    blocks.map((block): Block => {
      if (block.type === "bulletList" || block.type === "orderedList")
        return { ...block, content: block.content.map((item) => ({ ...item, content: inBlocks(item.content) })) }
      if (block.type === "blockquote") return { ...block, content: inBlocks(block.content) }
      return ++at === place ? { ...block, content: inInlines(block.content ?? [], of.passage, by) } : block
    })
  return { ...doc, content: inBlocks(doc.content) }
}

// The nearest of the paragraphs that hold it: words move when something is written above.
const placeOf = (doc: RichText | null, { passage, near }: Passage): number | undefined =>
  paragraphs(doc?.content ?? [])
    .flatMap((text, index) => (text.includes(passage) ? [index] : []))
    .toSorted((one, other) => Math.abs(one - near) - Math.abs(other - near))[0]

const paragraphs = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => {
    if (block.type === "bulletList" || block.type === "orderedList")
      return block.content.flatMap((item) => paragraphs(item.content))
    if (block.type === "blockquote") return paragraphs(block.content)
    return [(block.content ?? []).map(textOf).join("")]
  })

const textOf = (inline: Inline): string => (inline.type === "text" ? inline.text : "\n")

const inInlines = (inlines: Inline[], passage: string, by: string): Inline[] => {
  const from = inlines.map(textOf).join("").indexOf(passage)
  const to = from + passage.length
  let start = 0
  let isPut = false
  return inlines.flatMap((inline): Inline[] => {
    const text = textOf(inline)
    const [begins, ends] = [start, (start += text.length)]
    if (ends <= from || begins >= to) return [inline]
    const put = isPut ? "" : by
    isPut = true
    const left = text.slice(0, Math.max(0, from - begins)) + put + text.slice(Math.min(text.length, to - begins))
    if (inline.type !== "text") return left ? [{ type: "text", text: left }] : []
    return left ? [{ ...inline, text: left } satisfies Text] : []
  })
}
