import type { RichText } from "../src/kernel/rich-text/schema.ts"

/** A text of one paragraph for each line. */
export const doc = (text: string): RichText => ({
  type: "doc",
  content: text.split("\n").map((line) => ({ type: "paragraph", content: [{ type: "text", text: line }] })),
})
