import { aligned } from "../redline/align.ts"
import { bagOf, likeness } from "../redline/likeness.ts"
import { redlineWords } from "../redline/words.ts"
import { changesOf, type Operation } from "./operation.ts"

/** What became of a paragraph in the next version: its new place, and whether its words are the same. */
export type Fate = { to: number; same: boolean } | undefined

/** Of each paragraph of the old version. Those that moved are looked for last, and only when they are hardly changed. */
export function fatesOf(before: readonly string[], after: readonly string[]): Fate[] {
  const fates: Fate[] = before.map(() => undefined)
  const taken = new Set<number>()
  for (const pair of aligned([...before], [...after])) {
    fates[pair.before] = { to: pair.after, same: before[pair.before] === after[pair.after] }
    taken.add(pair.after)
  }
  const free = after.flatMap((text, index) => (taken.has(index) ? [] : [{ index, text, bag: bagOf(text) }]))
  for (const [index, text] of before.entries()) {
    if (fates[index] || free.length === 0) continue
    const bag = bagOf(text)
    const best = free
      .map((one) => ({ ...one, likeness: one.text === text ? 2 : likeness(bag, one.bag) }))
      .reduce((one, other) => (other.likeness > one.likeness ? other : one))
    if (best.likeness < MOVED) continue
    fates[index] = { to: best.index, same: best.text === text }
    free.splice(
      free.findIndex((one) => one.index === best.index),
      1,
    )
  }
  return fates
}

const MOVED = 0.8

/** Why an amendment has to be taken up by hand: its paragraph is gone, changed under it, or already says what was asked. */
export const snags = ["gone", "changed", "done", "apart"] as const
export type Snag = (typeof snags)[number]

export type Carried = { operation: Operation; snag?: Snag }

/** An operation on the next version of its base: the same where it stood still, its words put into the new ones, or a snag. */
export function carryOver(operation: Operation, fates: readonly Fate[], after: readonly string[]): Carried {
  const { from, to, was, put } = operation
  if (from === to) return insertion(operation, fates, after.length)
  const stays = fates.slice(from, to)
  const [first] = stays
  if (stays.every((fate) => fate === undefined)) return { operation, snag: "gone" }
  const isWhole = stays.every((fate, index) => fate && fate.to === first!.to + index)
  if (!isWhole) return { operation, snag: stays.some((fate) => fate === undefined) ? "gone" : "apart" }
  const moved = { from: first!.to, to: first!.to + to - from }
  const now = after.slice(moved.from, moved.to)
  if (stays.every((fate) => fate!.same)) return { operation: { ...moved, was, put } }
  if (put.length === now.length && put.every((text, index) => text === now[index]))
    return { operation: { ...moved, was: now, put }, snag: "done" }
  // To delete is to delete, but who asked it asked it of other words.
  if (was.length !== 1 || put.length !== 1) return { operation: { ...moved, was: now, put }, snag: "changed" }
  const text = inNewWords(was[0]!, put[0]!, now[0]!)
  if (text === undefined) return { operation: { ...moved, was: now, put }, snag: "changed" }
  return text === now[0]
    ? { operation: { ...moved, was: now, put }, snag: "done" }
    : { operation: { ...moved, was: now, put: [text] } }
}

function insertion(operation: Operation, fates: readonly Fate[], length: number): Carried {
  const { from } = operation
  const at = (place: number): Carried => ({ operation: { ...operation, from: place, to: place } })
  const before = fates[from - 1]
  if (before) return at(before.to + 1)
  const next = fates[from]
  if (next) return at(next.to)
  if (from === 0) return at(0)
  return from === fates.length && fates.length === 0 ? at(length) : { operation, snag: "gone" }
}

// What was asked of the old words, asked of the new: only when what changed since is elsewhere in the paragraph.
function inNewWords(was: string, put: string, now: string): string | undefined {
  const asked = changesOf(redlineWords(was, put))
  const since = changesOf(redlineWords(was, now))
  const meet = asked.some((one) =>
    since.some((other) => one.at <= other.at + other.was.length && other.at <= one.at + one.was.length),
  )
  if (meet) return undefined
  let text = was
  for (const change of [...asked, ...since].toSorted((one, other) => other.at - one.at))
    text = text.slice(0, change.at) + change.put + text.slice(change.at + change.was.length)
  return text
}
