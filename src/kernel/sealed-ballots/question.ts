import { asText, fingerprint } from "./bytes.ts"

/**
 * What is asked, whole: its fingerprint covers every word, so that a vote counts for what the voter read. A vote is a number for
 * each option (`marks`), in the order of `options` whatever order the page showed them in:
 * - `choice`: 1 for what is chosen (yes/no/abstention, one list, approval, up to so many candidates),
 * - `ranking`: the place, from 1; 0 is unranked; the same place twice where `ties` allows it,
 * - `grades`: from 1 to `highest`; 0 is no grade,
 * - `points`: how many, at most `highest` on one option.
 * `least` and `most` bound how many options have a mark, and for points their sum.
 */
export type Question = {
  kind: "choice" | "ranking" | "grades" | "points"
  words: string
  options: readonly string[]
  least: number
  most: number
  highest: number
  ties: boolean
  blank: boolean
}
/** A blank vote has no mark at all. */
export type Vote = { blank: boolean; marks: readonly number[] }

/** The fingerprint of a question: what a sealed vote is bound to, beside its ballot. */
export const fingerprintOf = async (question: Question): Promise<string> => {
  const { kind, words, options, least, most, highest, ties, blank } = question
  return asText(await fingerprint([kind, words, JSON.stringify([least, most, highest, ties, blank]), ...options]))
}

/** Whether a vote answers the question. One meaning has one form, or the form could be a sign by which a bought vote is known. */
export const answers = (question: Question, { blank, marks }: Vote): boolean => {
  if (marks.length !== question.options.length || !marks.every((mark) => Number.isInteger(mark) && mark >= 0))
    return false
  const marked = marks.filter((mark) => mark > 0)
  if (blank) return question.blank && marked.length === 0
  const size = question.kind === "points" ? marked.reduce((sum, mark) => sum + mark, 0) : marked.length
  if (size < question.least || size > question.most) return false
  if (question.kind === "choice") return marked.every((mark) => mark === 1)
  if (question.kind !== "ranking") return marked.every((mark) => mark <= question.highest)
  const places = new Set(marked)
  // No place left out: first, second, third, and not first, third, fourth.
  return Math.max(0, ...places) === places.size && (question.ties || places.size === marked.length)
}
