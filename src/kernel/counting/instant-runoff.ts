import {
  bestOf,
  type Candidate,
  type Count,
  countStep,
  type Election,
  lastOf,
  OpenTie,
  type Round,
  standing,
  valid,
} from "./count.ts"

/**
 * Instant run-off, for one seat: while nobody has more than half of the ballots that still say something, the last is left out
 * and each of their ballots goes to whom it ranks next. Of several last, the one who had least in the last round in which they
 * differed, then the declared rule.
 */
export const countInstantRunoff = (election: Election): Count => {
  const ballots = valid(election).map(({ weight, ranks }) => ({ weight, ranks }))
  const rounds: Round[] = []
  let left = standing(election)
  const history: Map<Candidate, bigint>[] = []
  const done = (elected: Candidate[], open: Count["open"] = null): Count => ({
    method: "instant_runoff",
    seats: 1,
    elected,
    open,
    rounds,
  })
  while (left.length > 0) {
    const votes = new Map<Candidate, bigint>(left.map((candidate) => [candidate, 0n]))
    let exhausted = 0n
    let live = 0n
    for (const { weight, ranks } of ballots) {
      const rank = ranks.map((one) => one.filter((candidate) => votes.has(candidate))).find((one) => one.length > 0)
      // Two held equal at the head of a ballot: it says nothing between them, and waits until one is left.
      if (rank?.length === 1) {
        votes.set(rank[0]!, votes.get(rank[0]!)! + weight)
        live += weight
      } else exhausted += weight
    }
    const steps: Round["steps"] = []
    const close = (out: readonly Candidate[], elected: readonly Candidate[]) =>
      rounds.push({
        steps,
        standing: left.map((candidate) => ({
          candidate,
          votes: String(votes.get(candidate)!),
          state: elected.includes(candidate) ? "elected" : out.includes(candidate) ? "excluded" : "hopeful",
        })),
        exhausted: String(exhausted),
      })
    const most = [...votes.values()].reduce((best, one) => (one > best ? one : best), 0n)
    const first = left.filter((candidate) => votes.get(candidate) === most)
    if (most * 2n > live || left.length === 1) {
      steps.push(countStep("counting.step.majority", first, { votes: most, ballots: live }))
      close([], first)
      return done(first)
    }
    const least = [...votes.values()].reduce((worst, one) => (one < worst ? one : worst), most)
    const tied = before(
      left.filter((candidate) => votes.get(candidate) === least),
      history,
    )
    if (tied.length > 1) steps.push(countStep("counting.step.tie", tied))
    try {
      // Of the two who are left, equal, one is chosen rather than one left out.
      const last =
        left.length === 2 && tied.length === 2
          ? left.find((candidate) => candidate !== bestOf(tied, election.ties))!
          : lastOf(tied, election.ties, 1)
      steps.push(countStep("counting.step.excluded", [last], { votes: votes.get(last)! }))
      close([last], [])
      history.push(votes)
      left = left.filter((candidate) => candidate !== last)
    } catch (tie) {
      if (!(tie instanceof OpenTie)) throw tie
      steps.push(countStep("counting.step.open", tie.among))
      close([], [])
      return done([], { among: tie.among, seats: 1 })
    }
  }
  return done([])
}

const before = (tied: Candidate[], history: readonly Map<Candidate, bigint>[]): Candidate[] => {
  for (const past of history.toReversed()) {
    const least = tied.map((candidate) => past.get(candidate)!).reduce((worst, one) => (one < worst ? one : worst))
    const left = tied.filter((candidate) => past.get(candidate) === least)
    if (left.length < tied.length) return left.length === 1 ? left : before(left, history)
  }
  return tied
}
