import { type HighestAverage, highestAverages, largestRemainder, type Seats } from "./apportionment.ts"
import type { Election } from "./count.ts"
import { listMethods } from "./fitting.ts"

export type ListMethod = (typeof listMethods)[number]

export const isListMethod = (method: string): method is ListMethod =>
  (listMethods as readonly string[]).includes(method)

/** How many ballots name each list first. */
export const votesOfLists = ({ candidates, ballots }: Pick<Election, "candidates" | "ballots">): bigint[] =>
  candidates.map((_, list) =>
    ballots.reduce((sum, { weight, ranks }) => (ranks[0]?.[0] === list ? sum + weight : sum), 0n),
  )

/** The seats of each list. Between equal quotients the list with more votes, then the order that was declared. */
export const seatsOfLists = (
  election: Pick<Election, "candidates" | "ballots" | "seats" | "ties">,
  method: ListMethod,
): Seats => {
  const votes = votesOfLists(election)
  const ties = election.ties && { votes: true, order: election.ties }
  return method === "hare"
    ? largestRemainder(votes, election.seats, "hare", ties)
    : highestAverages(votes, election.seats, method satisfies HighestAverage, ties)
}
