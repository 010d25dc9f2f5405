import type { Block, Inline, RichText } from "./schema.ts"

/** Text as typed in a plain field or a mail: an empty line parts paragraphs, a single line end stays a line end. */
export function fromPlain(text: string): RichText {
  const clean = text.replaceAll("\u0000", "").toWellFormed().replace(/\r\n?/g, "\n")
  const paragraphs = clean.split(/\n{2,}/).filter((one) => one.trim() !== "")
  if (!paragraphs.length) return { type: "doc", content: [{ type: "paragraph" }] }
  return { type: "doc", content: paragraphs.map((one) => ({ type: "paragraph", content: linesOf(one) })) }
}

/** For search, mail and chat: paragraphs parted by an empty line, list items by their mark, links by their address. */
export const toPlain = (doc: RichText): string => blocksToPlain(doc.content, "\n\n")

function linesOf(paragraph: string): Inline[] {
  const lines = paragraph.replace(/^\n+|\n+$/g, "").split("\n")
  return lines.flatMap((line, index): Inline[] => [
    ...(index ? [{ type: "hardBreak" } as const] : []),
    ...(line ? [{ type: "text", text: line } as const] : []),
  ])
}

const blocksToPlain = (blocks: Block[], between: string): string => blocks.map(blockToPlain).join(between)

function blockToPlain(block: Block): string {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return inlinesToPlain(block.content ?? [])
    case "blockquote":
      return indented(blocksToPlain(block.content, "\n"), "> ", "> ")
    case "bulletList":
      return block.content.map((item) => indented(blocksToPlain(item.content, "\n"), "– ", "  ")).join("\n")
    case "orderedList": {
      const start = block.attrs?.start ?? 1
      const number = (index: number) => `${start + index}. `
      return block.content
        .map((item, index) => indented(blocksToPlain(item.content, "\n"), number(index), "   "))
        .join("\n")
    }
  }
}

const indented = (text: string, first: string, rest: string) => first + text.replaceAll("\n", "\n" + rest)

function inlinesToPlain(inlines: Inline[]) {
  return inlines
    .map((inline) => {
      if (inline.type === "hardBreak") return "\n"
      const link = inline.marks?.find((mark) => mark.type === "link")
      const address = link?.attrs.href.replace(/^mailto:/, "")
      return address && address !== inline.text ? `${inline.text} (${address})` : inline.text
    })
    .join("")
}
