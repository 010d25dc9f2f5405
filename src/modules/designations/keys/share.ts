import {
  type HighestAverage,
  highestAverages,
  largestRemainder,
  type ListTies,
  type Seats,
} from "../../../kernel/counting/apportionment.ts"
import type { Key, KeyMethod, Settled } from "./key.ts"

/** One sharing: of all seats between the lists, or of those of lists that count together between these. */
export type Stage = {
  /** Whose seats are shared here; "" at first. */
  of: string
  names: string[]
  weights: number[]
  seats: number
  result: Seats
  /** Who decided between equals, where somebody did. */
  settled: Settled | null
}

export type Share = {
  stages: Stage[]
  /** Of each line; null as long as it hangs on equals between whom nobody decided. */
  seats: (number | null)[]
}

/** Shares seats by a key: lists that count together are one first, and share what they have by the same method. */
export const shareOut = (
  key: Pick<Key, "method" | "lines" | "equal">,
  seats: number,
  settled: readonly Settled[],
): Share => {
  const { lines } = key
  const units = [...Map.groupBy(lines.keys(), (at) => lines[at]!.together?.toLocaleLowerCase("fr") ?? at).values()]
  const top = stageOf(
    {
      of: "",
      names: units.map((of) => (of.length === 1 ? lines[of[0]!]!.name : lines[of[0]!]!.together!)),
      weights: units.map((of) => of.reduce((sum, at) => sum + lines[at]!.weight, 0)),
      seats,
    },
    key,
    settled,
  )
  const stages = [top]
  const found: (number | null)[] = lines.map(() => null)
  for (const [unit, of] of units.entries()) {
    const theirs = seatsIn(top, unit)
    if (of.length === 1) found[of[0]!] = theirs
    else if (theirs !== null) {
      const inner = stageOf(
        {
          of: top.names[unit]!,
          names: of.map((at) => lines[at]!.name),
          weights: of.map((at) => lines[at]!.weight),
          seats: theirs,
        },
        key,
        settled,
      )
      stages.push(inner)
      for (const [place, at] of of.entries()) found[at] = seatsIn(inner, place)
    }
  }
  return { stages, seats: found }
}

type Asked = Pick<Stage, "of" | "names" | "weights" | "seats">

const stageOf = (asked: Asked, key: Pick<Key, "method" | "equal">, settled: readonly Settled[]): Stage => {
  const most = key.equal === "most"
  const alone = counted(asked, key.method, most ? { votes: true, order: [] } : null)
  const { tie, open } = alone
  // What was decided holds for the very equals it was decided for.
  const mine = open
    ? settled.find(
        (one) => one.stage === asked.of && one.seats === tie!.seats && one.among.join() === tie!.among.join(),
      )
    : undefined
  if (!mine) return { ...asked, result: alone, settled: null }
  return { ...asked, result: counted(asked, key.method, { votes: most, order: mine.first }), settled: mine }
}

const counted = ({ weights, seats }: Asked, method: KeyMethod, ties: ListTies): Seats => {
  const votes = weights.map(BigInt)
  return isQuota(method) ? largestRemainder(votes, seats, "hare", ties) : highestAverages(votes, seats, method, ties)
}

/** Whole parts and remainders, and not averages. */
export const isQuota = (method: KeyMethod): method is Exclude<KeyMethod, HighestAverage> =>
  method === "hare" || method === "cpas"

const seatsIn = ({ result }: Stage, place: number): number | null =>
  result.open && result.tie!.among.includes(place) ? null : result.seats[place]!

/** The first equals between whom nobody decided. */
export const openTie = ({ stages }: Share) => stages.find(({ result }) => result.open)
