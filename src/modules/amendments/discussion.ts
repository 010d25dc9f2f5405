import { deedOf, type Operation } from "../../kernel/amending/operation.ts"

/** Rules by which assemblies call amendments; which is theirs is a local matter. */
export const orders = ["place", "number"] as const
export type Order = (typeof orders)[number]

type Called = { number: string | null; operations: readonly Operation[] }
type Under = Called & { id: string; amends_id: string | null }

// What is furthest from the text comes first at one place: to delete, then to write anew, then to add.
const rank = { delete: 0, replace: 1, insert: 2 } as const

/** Amendments in the order they would be discussed. */
export const inOrderOfDiscussion = <A extends Under>(amendments: readonly A[], by: Order): A[] => {
  const sorted = amendments.toSorted((one, other) => (by === "place" ? byPlace(one, other) : 0) || byNumber(one, other))
  const known = new Set(sorted.map(({ id }) => id))
  const under = Map.groupBy(sorted, ({ amends_id }) => (amends_id && known.has(amends_id) ? amends_id : null))
  // Sub-amendments are discussed with their amendment, and put to the vote before it.
  return (under.get(null) ?? []).flatMap((one) => [one, ...(under.get(one.id) ?? [])])
}

/** The place of each in that order: 3, then 3.1 and 3.2 for its sub-amendments. */
export function numbersInOrder(ordered: readonly { amends_id: string | null; id: string }[]): string[] {
  const known = new Set(ordered.map(({ id }) => id))
  let n = 0
  let within = 0
  return ordered.map(({ amends_id }) => {
    if (amends_id && known.has(amends_id)) return `${n}.${++within}`
    within = 0
    return String(++n)
  })
}

function byPlace(one: Called, other: Called): number {
  const [a, b] = [one.operations[0], other.operations[0]]
  if (!a || !b) return a ? -1 : b ? 1 : 0
  const [mine, theirs] = [deedOf(a), deedOf(b)]
  // An insertion before a paragraph comes after all that is said of the one that precedes it.
  const place = (operation: Operation) => operation.from - (deedOf(operation) === "insert" ? 0.5 : 0)
  return place(a) - place(b) || rank[mine] - rank[theirs] || b.to - b.from - (a.to - a.from)
}

const byNumber = (one: Called, other: Called) =>
  (one.number ?? "\uffff").localeCompare(other.number ?? "\uffff", "fr", { numeric: true })

/** Which others fall if this one is adopted: what they would change is no longer there, or has been decided. */
export const fallsWith = (one: Called, other: Called): boolean =>
  one.operations.some(
    (mine) =>
      mine.from < mine.to &&
      other.operations.every(
        (theirs) =>
          theirs.from < theirs.to &&
          mine.from <= theirs.from &&
          mine.to >= theirs.to &&
          (deedOf(mine) === "delete" || isAnew(mine) || sameWords(mine, theirs)),
      ),
  )

const isAnew = ({ was, put }: Operation) => was.length !== 1 || put.length !== 1
const sameWords = (mine: Operation, theirs: Operation) =>
  mine.put.length === theirs.put.length && mine.put.every((text, index) => text === theirs.put[index])
