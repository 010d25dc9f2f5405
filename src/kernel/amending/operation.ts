import type { Piece } from "../redline/words.ts"
import { redlineWords } from "../redline/words.ts"

/**
 * What an amendment does to its base: the paragraphs `from` to `to` (excluded) become `put`. Nothing put: they are deleted;
 * `from` equal to `to`: insertion before that paragraph. `was` is what stood there, to know it again in a later version.
 */
export type Operation = { from: number; to: number; was: string[]; put: string[] }

export type Deed = "delete" | "insert" | "replace"

export const deedOf = ({ from, to, put }: Operation): Deed =>
  from === to ? "insert" : put.length === 0 ? "delete" : "replace"

/** Operations on one text, each on its own paragraphs, in order. Undefined: two of them touch the same paragraph. */
export function inOrder(operations: readonly Operation[]): Operation[] | undefined {
  const sorted = operations.toSorted((one, other) => one.from - other.from || one.to - other.to)
  const apart = sorted.every((one, index) => index === 0 || one.from >= sorted[index - 1]!.to)
  const twice = sorted.some((one, index) => index > 0 && one.from === sorted[index - 1]!.from && one.from === one.to)
  return apart && !twice ? sorted : undefined
}

/** What is done inside one paragraph: the words that change, with where they stand in it, in letters. */
export type WordChange = { at: number; was: string; put: string }

/** The changes of words of an operation that keeps its paragraph; none when the paragraph is deleted or split. */
export function wordChanges({ was, put }: Operation): WordChange[] {
  if (was.length !== 1 || put.length !== 1) return []
  return changesOf(redlineWords(was[0]!, put[0]!))
}

export function changesOf(pieces: readonly Piece[]): WordChange[] {
  const found: WordChange[] = []
  let at = 0
  let open: WordChange | undefined
  for (const { is, text } of pieces) {
    if (is === "kept") {
      open = undefined
      at += text.length
      continue
    }
    if (!open) found.push((open = { at, was: "", put: "" }))
    if (is === "removed") {
      open.was += text
      at += text.length
    } else open.put += text
  }
  return found
}
