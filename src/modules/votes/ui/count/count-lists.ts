import {
  highestAverages,
  largestRemainder,
  type ListTies,
  reordered,
  withBonus,
} from "../../../../kernel/counting/apportionment.ts"
import { stepInWords } from "../../../../kernel/counting/count-in-words.ts"
import { firstListRound, regionalRounds } from "../../../../kernel/counting/list-rounds.ts"
import type { Language } from "../../../../kernel/words/words.ts"
import type { WrittenList } from "./read-lists.ts"

export const listWays = [
  "dhondt",
  "sainte_lague",
  "imperiali",
  "hare",
  "droop",
  "regional_first",
  "regional_second",
] as const
export type ListWay = (typeof listWays)[number]

/** `seats` null: no list has them yet, a second round follows. */
export type CountedLists = {
  lists: { name: string; votes: bigint; seats: number | null; who: string[] }[]
  open: boolean
  trace: string[]
}

/**
 * Seats of lists, with who has them: in the order of the list, or by votes for themselves where all have some. `byVotes`: equal
 * quotients go to the list with more votes, then to the one written first.
 */
export const countLists = (
  lists: readonly WrittenList[],
  { seats, way, byVotes }: { seats: number; way: ListWay; byVotes: boolean },
  language: Language,
): CountedLists => {
  const votes = lists.map((list) => list.votes)
  const ties: ListTies = byVotes ? { votes: true, order: lists.map((_, at) => at) } : null
  const { steps, open, given } = sharedOut(votes, seats, way, ties)
  const names = lists.map(({ name }) => name)
  return {
    lists: lists.map(({ name, votes: has, members }, at) => ({
      name,
      votes: has,
      seats: given ? given[at]! : null,
      who: whoSits(members, given?.[at] ?? 0),
    })),
    open,
    trace: steps.map((step) => stepInWords(language, step, names)),
  }
}

const sharedOut = (votes: bigint[], seats: number, way: ListWay, ties: ListTies) => {
  if (way === "regional_first") {
    const { steps, seats: found, tie } = firstListRound(votes, seats, regionalRounds, ties)
    return { steps, open: found?.open ?? tie !== null, given: found?.seats ?? null }
  }
  const found =
    way === "regional_second"
      ? withBonus(votes, seats, { ...regionalRounds, ties })
      : way === "hare" || way === "droop"
        ? largestRemainder(votes, seats, way, ties)
        : highestAverages(votes, seats, way, ties)
  return { steps: found.steps, open: found.open, given: found.seats }
}

const whoSits = (members: WrittenList["members"], seats: number): string[] => {
  const own = members.map((one) => one.own)
  const places = own.every((one) => one !== null) ? reordered(own, seats) : members.slice(0, seats).map((_, at) => at)
  return places.map((at) => members[at]!.name)
}
