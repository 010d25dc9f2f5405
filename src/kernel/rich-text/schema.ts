import { z } from "zod"

/**
 * The one structured text of the product, as ProseMirror JSON. Node and mark names are those of TipTap's starter kit,
 * so that the editor and this schema agree; attributes the editor adds for its own use (`target`, `rel`, `class`) are
 * dropped when parsed.
 */
export type RichText = { type: "doc"; content: Block[] }
export type Block = Paragraph | Heading | BulletList | OrderedList | Blockquote
export type Paragraph = { type: "paragraph"; content?: Inline[] }
export type Heading = { type: "heading"; attrs: { level: 2 | 3 }; content?: Inline[] }
export type BulletList = { type: "bulletList"; content: ListItem[] }
export type OrderedList = { type: "orderedList"; attrs?: { start: number }; content: ListItem[] }
export type ListItem = { type: "listItem"; content: Block[] }
export type Blockquote = { type: "blockquote"; content: Block[] }
export type Inline = Text | HardBreak
export type Text = { type: "text"; text: string; marks?: Mark[] }
export type HardBreak = { type: "hardBreak"; marks?: Mark[] }
export type Mark = { type: "bold" } | { type: "italic" } | { type: "underline" } | Link
export type Link = { type: "link"; attrs: { href: string } }

/** Ten pages of minutes hold about 30 000 characters and 1 500 nodes. */
export const limits = { characters: 400_000, nodes: 40_000, depth: 24 }

/** True for the only addresses a text may link to. A browser would run `javascript:`; nobody's text may. */
export const isSafeLink = (href: string) => /^(https?:\/\/|mailto:)[^\s<>"'`\\]+$/i.test(href)

const wellFormed = z.string().refine((text) => text.isWellFormed() && !text.includes("\u0000"), "unstorable_text")

const mark: z.ZodType<Mark> = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("bold") }),
  z.strictObject({ type: z.literal("italic") }),
  z.strictObject({ type: z.literal("underline") }),
  z.strictObject({
    type: z.literal("link"),
    attrs: z.object({ href: wellFormed.max(2000).refine(isSafeLink, "link_not_allowed") }),
  }),
])
const marks = z
  .array(mark)
  .max(4)
  .refine((all) => new Set(all.map((one) => one.type)).size === all.length, "mark_twice")
  .optional()

const inline: z.ZodType<Inline> = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("text"), text: wellFormed.min(1), marks }),
  z.strictObject({ type: z.literal("hardBreak"), marks }),
])
const inlines = z.array(inline).optional()

const paragraph = z.strictObject({ type: z.literal("paragraph"), content: inlines })
const heading = z.strictObject({
  type: z.literal("heading"),
  attrs: z.object({ level: z.union([z.literal(2), z.literal(3)]) }),
  content: inlines,
})
const listItem: z.ZodType<ListItem> = z.strictObject({
  type: z.literal("listItem"),
  get content() {
    return z
      .array(block)
      .min(1)
      .refine((blocks) => blocks[0]?.type === "paragraph", "item_begins_with_a_paragraph")
  },
})
const block: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion("type", [
    paragraph,
    heading,
    z.strictObject({ type: z.literal("bulletList"), content: z.array(listItem).min(1) }),
    z.strictObject({
      type: z.literal("orderedList"),
      attrs: z.object({ start: z.int().min(0).max(99_999) }).optional(),
      content: z.array(listItem).min(1),
    }),
    z.strictObject({ type: z.literal("blockquote"), content: z.array(block).min(1) }),
  ]),
)

/** The zod schema of a text that a person may send. Issues: see the messages in this file, plus zod's own. */
export const richText: z.ZodType<RichText> = z.preprocess(
  (value, context) => {
    const broken = brokenLimit(value)
    if (broken) context.addIssue({ code: "custom", message: broken, input: value })
    return value
  },
  z.strictObject({ type: z.literal("doc"), content: z.array(block).min(1) }),
)

/** What a field holds before anyone wrote in it: one paragraph, as the editor has it. */
export const empty = (): RichText => ({ type: "doc", content: [{ type: "paragraph" }] })

export const isEmpty = (doc: RichText) => doc.content.every((one) => one.type === "paragraph" && !one.content?.length)

// Before zod descends by recursion, and without recursion itself: a text nested 100 000 deep would end the stack,
// and a refusal would become a fault.
function brokenLimit(value: unknown) {
  const waiting: [unknown, number][] = [[value, 0]]
  let nodes = 0
  let characters = 0
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [node, depth] = next
    if (typeof node !== "object" || node === null) continue
    if (depth > limits.depth) return "too_deep"
    if (++nodes > limits.nodes) return "too_long"
    const { content, text } = node as { content?: unknown; text?: unknown }
    if (typeof text === "string" && (characters += text.length) > limits.characters) return "too_long"
    if (Array.isArray(content)) for (const child of content) waiting.push([child, depth + 1])
  }
  return undefined
}
