import { type PaperBlock, toBlocks } from "../rich-text/blocks.ts"
import { fromPlain, toPlain } from "../rich-text/plain.ts"
import type { RichText } from "../rich-text/schema.ts"
import { type PaperLabels, paperLabels, type PaperLanguage } from "./labels.ts"

/** What every paper says of itself. Dates inside sentences are written by the caller; `date` alone is ISO. */
export type PaperHead = {
  /** Who speaks: the name of the body. */
  body: string
  title: string
  reference?: string
  /** ISO day of the paper itself: PDF/A wants one. */
  date: string
  /** French unless said. */
  lang?: PaperLanguage
  /** "FR", "BE": hyphenation and typography. */
  region?: string
  labels?: Partial<PaperLabels>
}

export type PaperDecision = {
  number?: string
  text: RichText | string
  /** "Vote à main levée." */
  how?: string
  /** A roll call, a line for each vote: "Pour : Karim Aït-Saïd, Inès Vandermeer." */
  roll?: string[]
  /** "Adopté par 25 voix pour, 0 contre, 3 abstentions." */
  result?: string
}
export type PaperTask = { what: string; who?: string; by?: string }
export type Signature = { role: string; name: string }
/** A word and a sentence: "Lieu", "salle des Tanneurs". */
export type PaperFact = [word: string, sentence: string]

export const labelsOf = (paper: PaperHead): PaperLabels => ({ ...paperLabels[paper.lang ?? "fr"], ...paper.labels })

/** What every template reads. */
export const headData = (paper: PaperHead) => ({
  body: paper.body,
  title: paper.title,
  reference: paper.reference,
  date: paper.date,
  lang: paper.lang ?? "fr",
  region: paper.region,
  labels: labelsOf(paper),
})

/** Blocks of a rich text, or of a plain sentence. */
export const blocksOf = (text: RichText | string | undefined): PaperBlock[] =>
  text === undefined ? [] : typeof text === "string" ? toBlocks(fromPlain(text)) : toBlocks(text)

/** The size tells the template whether a box must be allowed to run over a page. */
export const sizeOf = (text: RichText | string | undefined) =>
  text === undefined ? 0 : (typeof text === "string" ? text : toPlain(text)).length

export const decisionData = (decision: PaperDecision) => ({
  number: decision.number,
  text: blocksOf(decision.text),
  after: afterDecision(decision),
  size: sizeOf(decision.text) + sizeOf(decision.roll?.join(" ")),
})

/** The lines under a decision: how, who, and what came out. */
export const afterDecision = ({ how, roll, result }: PaperDecision): string[] =>
  [how, ...(roll ?? []), result].filter((sentence) => sentence !== undefined)
