import { type Block, type Inline, isSafeLink, type RichText } from "./schema.ts"

/** A text as plain data for the typesetter and for Word: no marks to nest, each run says what it is. */
export type PaperBlock =
  | { kind: "paragraph"; runs: Run[] }
  | { kind: "heading"; level: 2 | 3; runs: Run[] }
  | { kind: "list"; ordered: boolean; start: number; items: PaperBlock[][] }
  | { kind: "quote"; blocks: PaperBlock[] }

/** `text` is "\n" for a line end inside a paragraph. */
export type Run = { text: string; bold?: true; italic?: true; underline?: true; link?: string }

/** Empty paragraphs are left out: on paper, space is the template's business. */
export const toBlocks = (doc: RichText): PaperBlock[] => doc.content.flatMap(blockOf)

function blockOf(block: Block): PaperBlock[] {
  switch (block.type) {
    case "paragraph": {
      const runs = runsOf(block.content)
      return runs.some((run) => run.text.trim()) ? [{ kind: "paragraph", runs }] : []
    }
    case "heading": {
      const runs = runsOf(block.content)
      return runs.some((run) => run.text.trim()) ? [{ kind: "heading", level: block.attrs.level, runs }] : []
    }
    case "bulletList":
      return [
        { kind: "list", ordered: false, start: 1, items: block.content.map((item) => item.content.flatMap(blockOf)) },
      ]
    case "orderedList": {
      const items = block.content.map((item) => item.content.flatMap(blockOf))
      return [{ kind: "list", ordered: true, start: block.attrs?.start ?? 1, items }]
    }
    case "blockquote":
      return [{ kind: "quote", blocks: block.content.flatMap(blockOf) }]
  }
}

const runsOf = (inlines: Inline[] = []): Run[] =>
  inlines.map((inline) => {
    if (inline.type === "hardBreak") return { text: "\n" }
    const run: Run = { text: inline.text }
    for (const mark of inline.marks ?? []) {
      if (mark.type !== "link") run[mark.type] = true
      else if (isSafeLink(mark.attrs.href)) run.link = mark.attrs.href
    }
    return run
  })
