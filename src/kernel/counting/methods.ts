import type { Bounds } from "./bounds.ts"
import type { Count, Election } from "./count.ts"
import { countInstantRunoff } from "./instant-runoff.ts"
import { judgeBallots } from "./judgment.ts"
import { countMeek } from "./meek.ts"
import { countRankedPairs, countSchulze } from "./pairwise.ts"
import { countBorda, countCumulative, countVoices } from "./points.ts"
import { countRound, type RoundsRule, type Turnout, twoRounds } from "./rounds.ts"
import { countTransferable } from "./single-transferable.ts"

/** What a method may be told beside the ballots: shares among the elected; of several rounds the rule, which one, and its figures. */
export type Told = { bounds?: readonly Bounds[]; rule?: RoundsRule; round?: number; turnout?: Turnout }

type Counts = (election: Election, told?: Told) => Count

export const rankedMethodNames = [
  "scottish",
  "wigm",
  "meek",
  "instant_runoff",
  "schulze",
  "ranked_pairs",
  "borda",
  "approval",
  "plurality",
  "limited",
  "cumulative",
  "absolute",
  "majority_judgment",
] as const

export type RankedMethod = (typeof rankedMethodNames)[number]

/** The methods that count ranked ballots, by the name they are asked for. */
export const rankedMethods: Record<RankedMethod, Counts> = {
  scottish: (election, told) => countTransferable(election, "scottish", told?.bounds),
  wigm: (election, told) => countTransferable(election, "wigm", told?.bounds),
  meek: countMeek,
  instant_runoff: countInstantRunoff,
  schulze: countSchulze,
  ranked_pairs: countRankedPairs,
  borda: countBorda,
  approval: (election, told) => countVoices(election, { method: "approval", ...boundsOf(told) }),
  /** Names in one rank, or the first rank of those that a ballot puts in order. */
  plurality: (election, told) =>
    countVoices(
      { ...election, ballots: firstOnly(election) },
      { method: "plurality", most: election.seats, ...boundsOf(told) },
    ),
  /** All the names of a ballot, in whatever order. */
  limited: (election, told) => countVoices(election, { method: "limited", most: election.seats, ...boundsOf(told) }),
  /** As many points as seats, several to one name if one likes. */
  cumulative: (election) => countCumulative(election, election.seats),
  absolute: (election, told) =>
    countRound(
      { ...election, ballots: firstOnly(election) },
      told?.rule ?? twoRounds,
      told?.round,
      told?.turnout,
      told?.bounds,
    ),
  /** Ranks are grades, from the best; empty ones stand. */
  majority_judgment: (election) => judgeBallots(election).count,
}

/** How a file of ballots is read for a method: names again as points, empty ranks as grades. */
export const readAs = (method: string): { repeats: boolean; gaps: boolean } => ({
  repeats: method === "cumulative",
  gaps: method === "majority_judgment",
})

/** Those that keep shares among the elected. */
export const boundedMethods: readonly RankedMethod[] = [
  "scottish",
  "wigm",
  "approval",
  "plurality",
  "limited",
  "absolute",
]

const boundsOf = (told: Told | undefined) => (told?.bounds ? { bounds: told.bounds } : {})

const firstOnly = ({ ballots, withdrawn }: Election): Election["ballots"] =>
  ballots.flatMap(({ weight, ranks }) => {
    const [first] = ranks
      .map((rank) => rank.filter((candidate) => !withdrawn.includes(candidate)))
      .filter((rank) => rank.length > 0)
    // A ballot without any name is kept: it is a blank one.
    return first ? [{ weight, ranks: [first] }] : ranks.flat().length === 0 ? [{ weight, ranks }] : []
  })
