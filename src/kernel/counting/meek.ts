import {
  type Candidate,
  type Count,
  countStep,
  decimal,
  type Election,
  lastOf,
  OpenTie,
  orders,
  type Round,
  standing,
  type State,
  standingOf,
} from "./count.ts"

const PLACES = 9
const UNIT = 10n ** BigInt(PLACES)
// Surpluses together below a millionth are no surplus.
const OMEGA = 10n ** 3n

const divideUp = (value: bigint, by: bigint): bigint => (value + by - 1n) / by

/**
 * The single transferable vote by Meek's method, as the PR Foundation's reference rule writes it: nine decimals; each elected
 * keeps the part of every vote that leaves a quota with them, and the quota sinks as votes run out. Ballots keep what is left of
 * their vote for whoever comes next, also after an exclusion.
 */
export const countMeek = (election: Election): Count => {
  const { seats, ties } = election
  const state = new Map<Candidate, State>(standing(election).map((candidate) => [candidate, "hopeful"]))
  const keeps = new Map<Candidate, bigint>([...state.keys()].map((candidate) => [candidate, UNIT]))
  const votes = new Map<Candidate, bigint>()
  const rounds: Round[] = []
  const elected: Candidate[] = []
  let steps: Round["steps"] = []
  let quota = 0n
  let residual = 0n

  const ballots = orders(election)
  const total = ballots.reduce((sum, { weight }) => sum + weight, 0n)
  const among = (wanted: State) => [...state].filter(([, is]) => is === wanted).map(([candidate]) => candidate)
  const vote = (candidate: Candidate) => votes.get(candidate) ?? 0n

  const distribute = () => {
    for (const candidate of state.keys()) votes.set(candidate, 0n)
    residual = 0n
    for (const { weight, order } of ballots) {
      let left = UNIT
      for (const candidate of order) {
        const keep = divideUp(left * keeps.get(candidate)!, UNIT)
        if (keep === 0n) continue
        votes.set(candidate, vote(candidate) + keep * weight)
        left -= keep
        if (left === 0n) break
      }
      residual += left * weight
    }
    const counted = total * UNIT - residual
    quota = counted / BigInt(seats + 1) + 1n
  }
  const closeRound = () => {
    rounds.push({
      steps,
      standing: standingOf(state, vote, PLACES),
      quota: decimal(quota, PLACES),
      exhausted: decimal(residual, PLACES),
    })
    steps = []
  }

  /** Distributes until somebody reaches the quota, or until nothing is left to distribute; answers the surpluses together. */
  const settle = (): { surplus: bigint; reached: Candidate[] } => {
    let before = total * UNIT
    for (;;) {
      distribute()
      const reached = among("hopeful").filter((candidate) => vote(candidate) >= quota)
      const surplus = [...among("elected"), ...reached].reduce((sum, candidate) => {
        const over = vote(candidate) - quota
        return over > 0n ? sum + over : sum
      }, 0n)
      if (reached.length > 0 || surplus < OMEGA || surplus >= before) return { surplus, reached }
      before = surplus
      for (const candidate of among("elected"))
        keeps.set(candidate, divideUp(keeps.get(candidate)! * quota, vote(candidate)))
    }
  }

  try {
    for (;;) {
      const hopeful = among("hopeful")
      const left = seats - elected.length
      if (left <= 0 || hopeful.length === 0) break
      if (hopeful.length <= left) {
        for (const candidate of hopeful) {
          state.set(candidate, "elected")
          elected.push(candidate)
        }
        distribute()
        steps.push(countStep("counting.step.remaining", hopeful))
        closeRound()
        break
      }
      const { surplus, reached } = settle()
      if (rounds.length === 0)
        steps.push(countStep("counting.step.quota", [], { ballots: total, seats, quota: decimal(quota, PLACES) }))
      if (reached.length > 0) {
        const highest = reached.toSorted((a, b) => (vote(b) > vote(a) ? 1 : vote(b) < vote(a) ? -1 : a - b))
        for (const candidate of highest) {
          state.set(candidate, "elected")
          elected.push(candidate)
          steps.push(countStep("counting.step.reached", [candidate], { votes: decimal(vote(candidate), PLACES) }))
        }
        closeRound()
        for (const candidate of among("elected"))
          keeps.set(candidate, divideUp(keeps.get(candidate)! * quota, vote(candidate)))
        continue
      }
      const lowest = hopeful.map(vote).reduce((worst, one) => (one < worst ? one : worst))
      // Whoever could still be passed by what is left to distribute is held equal to the last.
      const tied = hopeful.filter((candidate) => vote(candidate) <= lowest + surplus)
      if (tied.length > 1) steps.push(countStep("counting.step.tie", tied))
      const candidate = lastOf(tied, ties, left)
      steps.push(countStep("counting.step.excluded", [candidate], { votes: decimal(vote(candidate), PLACES) }))
      state.set(candidate, "excluded")
      closeRound()
      keeps.set(candidate, 0n)
    }
  } catch (tie) {
    if (!(tie instanceof OpenTie)) throw tie
    steps.push(countStep("counting.step.open", tie.among))
    closeRound()
    return { method: "meek", seats, elected, open: { among: tie.among, seats: seats - elected.length }, rounds }
  }
  return { method: "meek", seats, elected, open: null, rounds }
}
