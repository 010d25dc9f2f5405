import type { Block, Inline, RichText } from "../../../kernel/rich-text/schema.ts"
import type { LineSaid } from "./tables.ts"

/** What a text may name of whoever it goes to: « {nom} », « {organisation} ». Anything else between braces stays as it is written. */
const fields = {
  nom: ({ name }: LineSaid) => name,
  titre: ({ called }: LineSaid) => called,
  organisation: ({ organisation }: LineSaid) => organisation,
  fonction: ({ role }: LineSaid) => role,
} satisfies Record<string, (line: LineSaid) => string>

const field = /\{(nom|titre|organisation|fonction)\}/g

/** The text as one of them reads it. */
export const filled = (doc: RichText, line: LineSaid): RichText => ({
  ...doc,
  content: doc.content.map((block) => ofBlock(block, line)),
})

const ofBlock = (block: Block, line: LineSaid): Block => {
  if (block.type === "bulletList" || block.type === "orderedList")
    return {
      ...block,
      content: block.content.map((item) => ({ ...item, content: item.content.map((one) => ofBlock(one, line)) })),
    } as Block
  if (block.type === "blockquote") return { ...block, content: block.content.map((one) => ofBlock(one, line)) }
  return block.content ? ({ ...block, content: block.content.flatMap((one) => ofInline(one, line)) } as Block) : block
}

// A text node is never empty.
const ofInline = (one: Inline, line: LineSaid): Inline[] => {
  if (one.type !== "text") return [one]
  const text = one.text.replaceAll(field, (_, name: keyof typeof fields) => fields[name](line))
  return text ? [{ ...one, text }] : []
}
