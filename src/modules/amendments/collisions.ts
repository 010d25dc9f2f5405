import { changesOf, type Operation } from "../../kernel/amending/operation.ts"
import { redlineWords } from "../../kernel/redline/words.ts"

/**
 * How two amendments meet: the same words; the same paragraph, elsewhere in it; one deletes what the other changes;
 * both insert at one place; or they ask for the same thing.
 */
export const meetings = ["same", "words", "delete", "paragraph", "place"] as const
export type HowTheyMeet = (typeof meetings)[number]

export type Collision = { one: string; other: string; how: HowTheyMeet; at: number }

type Amended = { id: string; operations: readonly Operation[] }

/** Every pair of amendments that touch one another, each once, with the gravest way they do. */
export function collisionsOf(amendments: readonly Amended[]): Collision[] {
  const touching = new Map<number, { id: string; operation: Operation; place: number }[]>()
  for (const [place, { id, operations }] of amendments.entries())
    for (const operation of operations)
      for (const at of placesTouched(operation)) {
        const there = touching.get(at)
        if (there) there.push({ id, operation, place })
        else touching.set(at, [{ id, operation, place }])
      }
  const found = new Map<number, Collision>()
  for (const [at, there] of touching)
    for (let index = 1; index < there.length; index++)
      for (let before = 0; before < index; before++) {
        const [one, other] = [there[before]!, there[index]!]
        if (one.place === other.place) continue
        const key = one.place * amendments.length + other.place
        const known = found.get(key)
        const how = howTheyMeet(one.operation, other.operation)
        if (how && (!known || meetings.indexOf(how) < meetings.indexOf(known.how)))
          found.set(key, { one: one.id, other: other.id, how, at: Math.floor(at) })
      }
  return [...found.values()].toSorted((one, other) => one.at - other.at)
}

// A paragraph by its number; the gap before it by half a number less.
const placesTouched = ({ from, to }: Operation): number[] =>
  from === to ? [from - 0.5] : Array.from({ length: to - from }, (_, index) => from + index)

function howTheyMeet(one: Operation, other: Operation): HowTheyMeet | undefined {
  if (one.from === other.from && one.to === other.to && alike(one.put, other.put)) return "same"
  if (one.from === one.to) return "place"
  if (one.put.length === 0 || other.put.length === 0) return "delete"
  const [mine, theirs] = [rangesOf(one), rangesOf(other)]
  if (!mine || !theirs) return "words"
  return mine.some((range) => theirs.some((against) => overlaps(range, against))) ? "words" : "paragraph"
}

const alike = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((text, index) => text === other[index])

type Range = { from: number; to: number }

// Two insertions after the same word are at one place; a change and an insertion beside it are not.
const overlaps = (one: Range, other: Range) =>
  (one.from < other.to && other.from < one.to) || (one.from === other.from && one.to === other.to)

const known = new WeakMap<Operation, Range[] | undefined>()

// Compared once for each operation, however many others it meets. Undefined: the paragraph is written anew.
function rangesOf(operation: Operation): Range[] | undefined {
  if (!known.has(operation)) known.set(operation, rangesIn(operation))
  return known.get(operation)
}

function rangesIn({ was, put }: Operation): Range[] | undefined {
  if (was.length !== 1 || put.length !== 1) return undefined
  return changesOf(redlineWords(was[0]!, put[0]!)).map((change) => ({
    from: change.at,
    to: change.at + change.was.length,
  }))
}
