import type { RichText } from "../rich-text/schema.ts"
import { blocksOf, headData, type PaperFact, type PaperHead, type Signature } from "./paper-head.ts"
import { typeset } from "./typeset.ts"

/** A text that leaves: a vœu, a question, a release. Dates and words are written by the caller. */
export type TextPaper = PaperHead & {
  /** The small word over the title: "Vœu", "Communiqué de presse". */
  kind: string
  /** Before whom, and when: "Conseil communal de Lisle, 1er juin 2026". */
  when?: string
  /** "Projet", "Confidentiel". */
  stamp?: string
  facts: PaperFact[]
  text: RichText | string
  /** What stands under the text with a title of its own: the grounds, the balance. */
  parts: { heading: string; text: RichText | string }[]
  place_and_date?: string
  signatures: Signature[]
}

export const textPdf = ({ kind, when, stamp, facts, text, parts, place_and_date, signatures, ...head }: TextPaper) =>
  typeset({
    template: "text",
    data: {
      ...headData(head),
      kind,
      when,
      stamp,
      facts,
      text: blocksOf(text),
      parts: parts.map((part) => ({ heading: part.heading, text: blocksOf(part.text) })),
      place_and_date,
      signatures: signatures.map(({ role, name }) => [role, name]),
    },
    standard: "a-2a",
  })
