import type { Node } from "@tiptap/pm/model"
import { Slice } from "@tiptap/pm/model"
import type { Transaction } from "@tiptap/pm/state"
import { changes } from "../kernel/rich-text/three-ways.ts"
import { aligned } from "../kernel/redline/align.ts"

/** A passage of the text, `from` to `to` (excluded), and what stands there instead. */
type Passage = { from: number; to: number; put: Slice }

/**
 * Makes of the text of a transaction another, by the words that differ and no others: the caret of whoever writes stays where it
 * is, and what they may undo is still theirs.
 */
export const becoming = (tr: Transaction, next: Node): Transaction => {
  for (const { from, to, put } of passagesOf(tr.doc, next, 0).toReversed()) tr.replace(from, to, put)
  return tr
}

function passagesOf(was: Node, next: Node, start: number): Passage[] {
  if (was.eq(next)) return []
  return was.inlineContent ? inWords(was, next, start) : inBlocks(was, next, start)
}

// `start` is where the content of `was` begins.
function inBlocks(was: Node, next: Node, start: number): Passage[] {
  const [before, after] = [was, next].map((node) => node.children.map(({ textContent }) => textContent)) as [
    string[],
    string[],
  ]
  const passages: Passage[] = []
  let [at, taken, pos, taking] = [0, 0, start, 0]
  const apart = (until: number, takenUntil: number) => {
    const [from, first] = [pos, taking]
    while (at < until) pos += was.child(at++).nodeSize
    while (taken < takenUntil) taking += next.child(taken++).nodeSize
    if (from < pos || first < taking) passages.push({ from, to: pos, put: next.slice(first, taking) })
  }
  for (const pair of pairsOf(before, after)) {
    if (was.child(pair.before).type !== next.child(pair.after).type) continue
    apart(pair.before, pair.after)
    const [one, other] = [was.child(at++), next.child(taken++)]
    if (one.sameMarkup(other)) passages.push(...passagesOf(one, other, pos + 1))
    else passages.push({ from: pos, to: pos + one.nodeSize, put: next.slice(taking, taking + other.nodeSize) })
    pos += one.nodeSize
    taking += other.nodeSize
  }
  apart(before.length, after.length)
  return passages
}

// The paragraph each became, by its words; between these, one that was written anew is the one in its place.
const pairsOf = (before: string[], after: string[]) => {
  const pairs: { before: number; after: number }[] = []
  let [at, taken] = [0, 0]
  for (const pair of [...aligned(before, after), { before: before.length, after: after.length }]) {
    if (pair.before - at === pair.after - taken)
      for (; at < pair.before; at++, taken++) pairs.push({ before: at, after: taken })
    if (pair.before < before.length) pairs.push(pair)
    at = pair.before + 1
    taken = pair.after + 1
  }
  return pairs
}

type Token = { key: string; size: number }

// Words with their marks; what is no text stands for itself.
const tokensOf = (node: Node): Token[] =>
  node.children.flatMap((child): Token[] => {
    const marks = JSON.stringify(child.marks)
    return child.isText
      ? (child.text!.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}]/gu) ?? []).map((word) => ({
          key: word + marks,
          size: word.length,
        }))
      : [{ key: JSON.stringify(child.toJSON()), size: child.nodeSize }]
  })

function inWords(was: Node, next: Node, start: number): Passage[] {
  const [before, after] = [tokensOf(was), tokensOf(next)]
  const passages: Passage[] = []
  let [at, pos, taking] = [0, start, 0]
  const sum = (tokens: readonly Token[]) => tokens.reduce((all, { size }) => all + size, 0)
  for (const { from, to, put } of changes(before, after, ({ key }) => key)) {
    const kept = sum(before.slice(at, from))
    const [gone, come] = [sum(before.slice(from, to)), sum(put)]
    pos += kept
    taking += kept
    passages.push({ from: pos, to: pos + gone, put: new Slice(next.content.cut(taking, taking + come), 0, 0) })
    pos += gone
    taking += come
    at = to
  }
  return passages
}
