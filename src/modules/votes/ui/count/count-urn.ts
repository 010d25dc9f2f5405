import { readBlt } from "../../../../kernel/counting/blt.ts"
import { countInWords, stepInWords } from "../../../../kernel/counting/count-in-words.ts"
import type { Election } from "../../../../kernel/counting/count.ts"
import { isListMethod, type ListMethod, seatsOfLists } from "../../../../kernel/counting/lists.ts"
import { boundedMethods, type RankedMethod, rankedMethods, readAs } from "../../../../kernel/counting/methods.ts"
import { threeRounds, twoRounds } from "../../../../kernel/counting/rounds.ts"
import { refuse } from "../../../../kernel/refusal.ts"
import { number } from "../../../../kernel/words/numbers.ts"
import { format, type Language } from "../../../../kernel/words/words.ts"
import { readShares } from "./read-shares.ts"

export type Wanted = {
  method: RankedMethod | ListMethod
  /** As the file says where nothing else is said. */
  seats: number | null
  shares: string
  round: number
  rounds: number
  enrolled: number | null
}

export type CountedUrn = {
  title: string
  sentence: string
  open: boolean
  candidates: { name: string; votes: string; elected: boolean }[]
  trace: string[][]
}

/** An urn in BLT, counted on this device as the server and the command line count it. */
export const countUrn = (blt: string, wanted: Wanted, language: Language): CountedUrn => {
  const { method, round, rounds, enrolled } = wanted
  const written = readBlt(blt, readAs(method))
  const election = { ...written, seats: wanted.seats ?? written.seats }
  if (isListMethod(method)) return listsOf(election, method, language)
  const bounds = readShares(wanted.shares, election.candidates, election.seats)
  // A share that is not kept must not look as if it had been.
  if (bounds.length > 0 && !boundedMethods.includes(method)) refuse("votes.count.no_shares")
  const result = rankedMethods[method](election, {
    ...(bounds.length > 0 ? { bounds } : {}),
    ...(method === "absolute" ? { rule: rounds > 2 ? threeRounds : twoRounds, round } : {}),
    turnout: enrolled === null ? {} : { enrolled: BigInt(enrolled) },
  })
  const sentences = countInWords(language, result, election.candidates)
  const last = new Map((result.rounds.at(-1)?.standing ?? []).map((one) => [one.candidate, one.votes]))
  return {
    title: election.title,
    sentence: sentences.at(-1)!.join(" "),
    open: result.open !== null,
    candidates: election.candidates.map((name, at) => ({
      name,
      votes: inFigures(last.get(at) ?? "0", language),
      elected: result.elected.includes(at),
    })),
    trace: sentences.slice(0, -1).filter((steps) => steps.length > 0),
  }
}

const listsOf = (election: Election, method: ListMethod, language: Language): CountedUrn => {
  const { seats, open, steps } = seatsOfLists(election, method)
  return {
    title: election.title,
    sentence: format(language, open ? "votes.count.open" : "votes.count.shared"),
    open,
    candidates: election.candidates.map((name, at) => ({
      name,
      votes: format(language, "votes.lists.seats", { seats: seats[at]! }),
      elected: seats[at]! > 0,
    })),
    trace: steps.map((one) => [stepInWords(language, one, election.candidates)]),
  }
}

/** Duels give nobody a number of votes. */
const inFigures = (votes: string, language: Language): string => (votes === "" ? "" : number(language, votes))
