import { diffArrays } from "diff"

/** A passage of the base, `from` to `to` (excluded), and what was put in its place. */
export type Change<T> = { from: number; to: number; put: T[] }

/** Changes of both sides that touch the same passage. A passage that one side alone changed has one empty list. */
export type Group<T> = { from: number; to: number; mine: Change<T>[]; theirs: Change<T>[] }

// Beyond, two texts have so little in common that finding it would take seconds (30 kB against 30 kB: 4.4 s).
const MOST_EDITS = 1000

/** What was done to `base` to make `edited`, in order. Items are alike when their keys are. */
export function changes<T>(base: T[], edited: T[], keyOf: (item: T) => string): Change<T>[] {
  const parts = diffArrays(base.map(keyOf), edited.map(keyOf), { maxEditLength: MOST_EDITS })
  if (!parts) return [{ from: 0, to: base.length, put: edited }]
  const found: Change<T>[] = []
  let at = 0
  let taken = 0
  let open: Change<T> | undefined
  for (const { added, removed, count = 0 } of parts) {
    if (!added && !removed) {
      open = undefined
      at += count
      taken += count
      continue
    }
    if (!open) found.push((open = { from: at, to: at, put: [] }))
    if (removed) open.to = at += count
    else {
      open.put.push(...edited.slice(taken, taken + count))
      taken += count
    }
  }
  return found
}

/** Both lists of changes in one, in the order of the base; changes that overlap are one group. */
export function grouped<T>(mine: Change<T>[], theirs: Change<T>[]): Group<T>[] {
  const all = [
    ...mine.map((change) => ({ change, side: "mine" as const })),
    ...theirs.map((change) => ({ change, side: "theirs" as const })),
  ].sort((one, other) => one.change.from - other.change.from || one.change.to - other.change.to)
  const groups: Group<T>[] = []
  for (const { change, side } of all) {
    const last = groups.at(-1)
    if (last && overlaps(last, change)) {
      last.to = Math.max(last.to, change.to)
      last[side].push(change)
    } else {
      const group: Group<T> = { from: change.from, to: change.to, mine: [], theirs: [] }
      group[side].push(change)
      groups.push(group)
    }
  }
  return groups
}

// Neighbours that only touch stay apart; two insertions at one place belong together.
const overlaps = (group: { from: number; to: number }, change: { from: number; to: number }) =>
  change.from < group.to || (group.from === group.to && change.from === change.to && change.from === group.from)
