import { type Candidate, type Count, type Election, standing, type State } from "./count.ts"
import { step } from "../law/explanation.ts"
import { judge } from "./majority-judgment.ts"
import { GRADES } from "./said-on.ts"

export type Judged = {
  count: Count
  /** How many gave each grade to each candidate of the paper, from the best. */
  tally: bigint[][]
  /** From the best, 0. */
  medians: number[]
}

/** Ballots whose ranks are grades, from the best, empty ones kept. Who grades nobody is a blank ballot, and judges nobody. */
export const judgeBallots = (election: Election): Judged => {
  const { candidates, seats, ties } = election
  const stand = standing(election)
  const ballots = election.ballots
    .map(({ weight, ranks }) => ({ weight, ranks: ranks.map((rank) => rank.filter((one) => stand.includes(one))) }))
    .filter(({ ranks }) => ranks.flat().length > 0)
  const tally = candidates.map((_, at) => {
    const of = Array.from({ length: GRADES }, () => 0n)
    for (const { weight, ranks } of ballots) {
      const grade = ranks.findIndex((rank) => rank.includes(at))
      of[grade === -1 || grade >= GRADES ? GRADES - 1 : grade]! += weight
    }
    return of
  })
  const voters = ballots.reduce((sum, { weight }) => sum + weight, 0n)
  const judged = judge(
    stand.map((one) => tally[one]!.toReversed()),
    { as: "grade", grade: 0 },
    voters,
  )
  const rank = new Map(stand.map((one, at) => [one, judged.ranks[at]!]))
  const median = new Map(stand.map((one, at) => [one, GRADES - 1 - judged.medians[at]!]))
  return {
    count: countOf({ stand: voters > 0n ? stand : [], seats, ties, rank, tally, median }),
    tally,
    medians: candidates.map((_, at) => median.get(at) ?? GRADES - 1),
  }
}

const countOf = ({
  stand,
  seats,
  ties,
  rank,
  tally,
  median,
}: {
  stand: Candidate[]
  seats: number
  ties: Election["ties"]
  rank: ReadonlyMap<Candidate, number>
  tally: bigint[][]
  median: ReadonlyMap<Candidate, number>
}): Count => {
  const order = stand.toSorted((a, b) => rank.get(a)! - rank.get(b)!)
  const last = rank.get(order[Math.min(seats, order.length) - 1] ?? -1) ?? 0
  const sure = order.filter((one) => rank.get(one)! < last)
  const among = order.filter((one) => rank.get(one) === last)
  const left = Math.min(seats, order.length) - sure.length
  const chosen = among.length <= left ? among : (ties?.filter((one) => among.includes(one)).slice(0, left) ?? null)
  const elected = [...sure, ...(chosen ?? [])]
  const state = (one: number): State => (elected.includes(one) ? "elected" : chosen ? "excluded" : "hopeful")
  const steps = order.map((one) =>
    step("counting.step.grades", { who: String(one), tally: tally[one]!.join(", "), median: median.get(one)! + 1 }),
  )
  return {
    method: "majority_judgment",
    seats,
    elected,
    open: chosen ? null : { among, seats: left },
    rounds: [{ steps, standing: order.map((one) => ({ candidate: one, votes: "", state: state(one) })) }],
  }
}
