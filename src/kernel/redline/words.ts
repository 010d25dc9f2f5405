import { changes } from "../rich-text/three-ways.ts"
import { aligned } from "./align.ts"
import { isWordless, tokensOf } from "./likeness.ts"

export type Piece = { is: "kept" | "removed" | "added"; text: string }

/** A paragraph and where it stood: without `before` it is new, without `after` it is gone. */
export type Redlined = { before?: number; after?: number; pieces: Piece[] }

// From here on a paragraph is compared sentence by sentence before it is in words.
const LONG = 4000

/** What was done to a text, in words and never in letters; paragraphs first find the one they became. */
export function redline(before: string[], after: string[]): Redlined[] {
  const rows: Redlined[] = []
  let at = 0
  let taken = 0
  const apart = (until: number, takenUntil: number) => {
    for (; at < until; at++) rows.push({ before: at, pieces: pieces("removed", before[at]!) })
    for (; taken < takenUntil; taken++) rows.push({ after: taken, pieces: pieces("added", after[taken]!) })
  }
  for (const pair of aligned(before, after)) {
    apart(pair.before, pair.after)
    rows.push({ before: at, after: taken, pieces: redlineWords(before[at++]!, after[taken++]!) })
  }
  apart(before.length, after.length)
  return rows
}

/** The same within one paragraph. */
export function redlineWords(before: string, after: string): Piece[] {
  if (before === after) return pieces("kept", before)
  if (before.length < LONG || after.length < LONG) return inWords(before, after)
  const [was, is] = [sentencesOf(before), sentencesOf(after)]
  const found: Piece[] = []
  let at = 0
  let taken = 0
  for (const pair of [...aligned(was, is), { before: was.length, after: is.length }]) {
    push(found, "removed", was.slice(at, pair.before).join(""))
    push(found, "added", is.slice(taken, pair.after).join(""))
    for (const piece of inWords(was[pair.before] ?? "", is[pair.after] ?? "")) push(found, piece.is, piece.text)
    at = pair.before + 1
    taken = pair.after + 1
  }
  return found
}

function inWords(before: string, after: string): Piece[] {
  const [was, is] = [tokensOf(before), tokensOf(after)]
  const found: Piece[] = []
  let at = 0
  for (const { from, to, put } of changes(was, is, (token) => token)) {
    const kept = was.slice(at, from).join("")
    // Between two changed words the space alone is no common text: "les grands" became "des petits", as one reads it.
    if (found.length && isWordless(kept)) {
      push(found, "removed", kept)
      push(found, "added", kept)
    } else push(found, "kept", kept)
    push(found, "removed", was.slice(from, to).join(""))
    push(found, "added", put.join(""))
    at = to
  }
  push(found, "kept", was.slice(at).join(""))
  return found
}

const pieces = (is: Piece["is"], text: string): Piece[] => (text ? [{ is, text }] : [])

// What is removed stands before what is put in its place, however the comparison came upon them.
function push(into: Piece[], is: Piece["is"], text: string): void {
  if (!text) return
  const last = into.at(-1)
  if (last?.is === is) last.text += text
  else if (is === "removed" && last?.is === "added") {
    const before = into.at(-2)
    if (before?.is === "removed") before.text += text
    else into.splice(-1, 0, { is, text })
  } else into.push({ is, text })
}

const sentences = new Intl.Segmenter("fr", { granularity: "sentence" })
const sentencesOf = (text: string) => Array.from(sentences.segment(text), ({ segment }) => segment)
