import type { Count, Election } from "./count.ts"
import { countInstantRunoff } from "./instant-runoff.ts"
import { countMeek } from "./meek.ts"
import { countRankedPairs, countSchulze } from "./pairwise.ts"
import { countBorda, countVoices } from "./points.ts"
import { countTransferable } from "./single-transferable.ts"

/** The methods that count ranked ballots, by the name they are asked for. */
export const rankedMethods = {
  scottish: (election) => countTransferable(election, "scottish"),
  wigm: (election) => countTransferable(election, "wigm"),
  meek: countMeek,
  instant_runoff: countInstantRunoff,
  schulze: countSchulze,
  ranked_pairs: countRankedPairs,
  borda: countBorda,
  approval: (election) => countVoices(election, { method: "approval" }),
  plurality: (election) =>
    countVoices({ ...election, ballots: firstOnly(election) }, { method: "plurality", most: election.seats }),
} as const satisfies Record<string, (election: Election) => Count>

export type RankedMethod = keyof typeof rankedMethods

export const rankedMethodNames = Object.keys(rankedMethods) as RankedMethod[]

const firstOnly = ({ ballots, withdrawn }: Election): Election["ballots"] =>
  ballots.flatMap(({ weight, ranks }) => {
    const [first] = ranks
      .map((rank) => rank.filter((candidate) => !withdrawn.includes(candidate)))
      .filter((rank) => rank.length > 0)
    return first ? [{ weight, ranks: [first] }] : []
  })
