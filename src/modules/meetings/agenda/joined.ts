import type { Block, RichText } from "../../../kernel/rich-text/schema.ts"
import type { Item } from "./find-item.ts"

/**
 * What an item becomes when it takes up a proposal: under its own words, the proposal's title in bold and then its words. The longer of both
 * times is kept. A confidential proposal makes the item confidential: its words must not be shown to more people than before.
 */
export const joined = (
  into: Pick<Item, "description" | "proposed_decision" | "minutes" | "confidential">,
  item: Pick<Item, "title" | "description" | "proposed_decision" | "minutes" | "confidential">,
) => ({
  description: {
    type: "doc",
    content: [...blocksOf(into.description), titled(item.title), ...blocksOf(item.description)],
  } as RichText,
  proposed_decision: [into.proposed_decision, item.proposed_decision].filter(Boolean).join("\n\n") || null,
  minutes: Math.max(into.minutes, item.minutes),
  confidential: into.confidential || item.confidential,
})

const blocksOf = (doc: unknown): Block[] => (doc as RichText | null)?.content ?? []

const titled = (title: string): Block => ({
  type: "paragraph",
  content: [{ type: "text", text: title, marks: [{ type: "bold" }] }],
})
