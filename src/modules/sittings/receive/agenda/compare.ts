import { fold, likenessTo } from "../../../../kernel/tables/likeness.ts"
import type { AgendaEntry } from "./entry.ts"

export type KnownItem = { id: string; number: string | null; title: string }

export type AgendaChange = "new" | "renamed" | "renumbered" | "moved" | "same"
export type AgendaLine = {
  entry: AgendaEntry
  item: KnownItem | null
  /** What became of it since; a line may be both renamed and moved. */
  changes: AgendaChange[]
  /** Another entry of this agenda has the same number: both are taken, and it is said. */
  twice: boolean
}

/** An agenda against the items that are there, in their order: what is new, what changed, and what is no more in it. */
export const compareAgenda = (
  items: readonly KnownItem[],
  entries: readonly AgendaEntry[],
): { lines: AgendaLine[]; removed: KnownItem[] } => {
  const found = matched(items, entries)
  const still = inOrder(found.flatMap((item) => (item ? items.indexOf(item) : [])))
  const numbers = Map.groupBy(
    entries.flatMap(({ number }) => number ?? []),
    (number) => number,
  )
  const lines = entries.map((entry, at): AgendaLine => {
    const item = found[at] ?? null
    const changes: AgendaChange[] = item
      ? [
          ...(fold(item.title) === fold(entry.title) ? [] : ["renamed" as const]),
          ...(entry.number === null || entry.number === item.number ? [] : ["renumbered" as const]),
          ...(still.has(items.indexOf(item)) ? [] : ["moved" as const]),
        ]
      : ["new"]
    return {
      entry,
      item,
      changes: changes.length > 0 ? changes : ["same"],
      twice: entry.number !== null && numbers.get(entry.number)!.length > 1,
    }
  })
  return { lines, removed: items.filter((item) => !found.includes(item)) }
}

// A new item pushes the numbers of those below it: the title tells sooner than the number which is which.
const matched = (items: readonly KnownItem[], entries: readonly AgendaEntry[]): (KnownItem | undefined)[] => {
  const found: (KnownItem | undefined)[] = entries.map(() => undefined)
  const free = new Set(items)
  const titles = new Map(items.map((item) => [item, fold(item.title)]))
  const rounds: ((entry: AgendaEntry, item: KnownItem) => boolean)[] = [
    (entry, item) => fold(entry.title) === titles.get(item) && entry.number === item.number,
    (entry, item) => fold(entry.title) === titles.get(item),
    (entry, item) => entry.number !== null && entry.number === item.number && isLike(entry, titles.get(item)!, 0.4),
    (entry, item) => isLike(entry, titles.get(item)!, 0.75),
    // A report that came before the agenda, under a file name that told nothing but its number.
    (entry, item) => entry.number !== null && entry.number === item.number && isNameless(titles.get(item)!),
  ]
  for (const isOne of rounds)
    for (const [at, entry] of entries.entries()) {
      if (found[at]) continue
      const item = [...free].find((one) => isOne(entry, one))
      if (!item) continue
      found[at] = item
      free.delete(item)
    }
  return found
}

// One number and another subject is another item: what was decided of the one must not become what is decided of the other.
const isNameless = (title: string) => /^(?:rapport|point|affaire|deliberation|item)?(?: ?n)?(?: ?\d+)+$/.test(title)

const isLike = (entry: AgendaEntry, title: string, least: number) => likenessTo([title], entry.title) >= least

/** The places that kept their order among themselves: the longest rising run; the others are those that moved. */
const inOrder = (places: readonly number[]): ReadonlySet<number> => {
  const best: number[][] = []
  for (const [at, place] of places.entries()) {
    const before = best.filter((_, other) => places[other]! < place).toSorted((a, b) => b.length - a.length)[0] ?? []
    best[at] = [...before, place]
  }
  return new Set(best.toSorted((a, b) => b.length - a.length)[0])
}
