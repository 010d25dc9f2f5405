import {
  type Candidate,
  type Count,
  countStep,
  decimal,
  type Election,
  bestOf,
  lastOf,
  OpenTie,
  orders,
  type Round,
  standing,
  type State,
  standingOf,
} from "./count.ts"
import { type Bounds, sharesOf } from "./bounds.ts"

/**
 * How a vote passes on. `scottish`: the Scottish Local Government Elections Order 2007: whole quota, five decimals, the largest
 * surplus first, ties by the last round in which they differed. `wigm`: the weighted inclusive Gregory method as the PR
 * Foundation writes it: a quota and values of four decimals.
 */
export type Transfer = "scottish" | "wigm"

const arithmetic: Record<Transfer, { places: number; wholeQuota: boolean; looksBack: boolean }> = {
  scottish: { places: 5, wholeQuota: true, looksBack: true },
  wigm: { places: 4, wholeQuota: false, looksBack: false },
}

/** Some equal ballots in the hands of a candidate: how many, what each is worth, and where it is read on. */
type Parcel = { weight: bigint; value: bigint; order: readonly Candidate[]; at: number }

/** The single transferable vote. A ballot with equals in one rank is read no further than before them. */
export const countTransferable = (election: Election, transfer: Transfer, bounds: readonly Bounds[] = []): Count => {
  const { places, wholeQuota, looksBack } = arithmetic[transfer]
  const unit = 10n ** BigInt(places)
  const { seats, ties } = election
  const state = new Map<Candidate, State>(standing(election).map((candidate) => [candidate, "hopeful"]))
  const held = new Map<Candidate, Parcel[]>([...state.keys()].map((candidate) => [candidate, []]))
  const votes = new Map<Candidate, bigint>([...state.keys()].map((candidate) => [candidate, 0n]))
  const history: Map<Candidate, bigint>[] = []
  const rounds: Round[] = []
  const elected: Candidate[] = []
  const pending: Candidate[] = []
  let exhausted = 0n
  let steps: Round["steps"] = []

  const among = (wanted: State) => [...state].filter(([, is]) => is === wanted).map(([candidate]) => candidate)
  const vote = (candidate: Candidate) => votes.get(candidate)!
  const pass = (parcel: Parcel, from: number) => {
    const at = parcel.order.findIndex((candidate, place) => place >= from && state.get(candidate) === "hopeful")
    const worth = parcel.weight * parcel.value
    if (at === -1) exhausted += worth
    else {
      const candidate = parcel.order[at]!
      held.get(candidate)!.push({ ...parcel, at })
      votes.set(candidate, vote(candidate) + worth)
    }
  }
  const closeRound = () => {
    rounds.push({
      steps,
      standing: standingOf(state, vote, places),
      quota: decimal(quota, places),
      exhausted: decimal(exhausted, places),
    })
    history.push(new Map(votes))
    steps = []
  }
  /** Of some with as many votes, those who had most (or least) in the last round in which they differed. */
  const before = (tied: Candidate[], wanted: "most" | "least"): Candidate[] => {
    if (!looksBack) return tied
    for (const past of history.toReversed()) {
      const counts = tied.map((candidate) => past.get(candidate)!)
      const edge = counts.reduce((best, one) => ((wanted === "most" ? one > best : one < best) ? one : best))
      const left = tied.filter((candidate) => past.get(candidate) === edge)
      if (left.length < tied.length) return left.length === 1 ? left : before(left, wanted)
    }
    return tied
  }
  const most = (candidates: readonly Candidate[], left: number): Candidate => {
    const edge = candidates.map(vote).reduce((best, one) => (one > best ? one : best))
    const tied = before(
      candidates.filter((candidate) => vote(candidate) === edge),
      "most",
    )
    if (tied.length > 1) steps.push(countStep("counting.step.tie", tied))
    return bestOf(tied, ties, left)
  }
  const exclude = (candidate: Candidate) => {
    state.set(candidate, "excluded")
    const parcels = held.get(candidate)!
    held.set(candidate, [])
    votes.set(candidate, 0n)
    for (const parcel of parcels) pass(parcel, parcel.at + 1)
  }
  const give = (candidate: Candidate) => {
    state.set(candidate, "elected")
    elected.push(candidate)
  }
  const shares = sharesOf(bounds, [...state.keys()], seats)
  const excludeDoomed = () => {
    const out = shares.doomed(elected, among("hopeful"))
    steps.push(...shares.why(elected, out))
    for (const one of out) exclude(one)
  }
  /** Elects those who reached the quota, the highest first: each may leave no room for others (bounds). */
  const electReached = () => {
    for (;;) {
      const reached = among("hopeful").filter((candidate) => vote(candidate) >= quota)
      if (reached.length === 0 || elected.length === seats) return
      const edge = reached.map(vote).reduce((best, one) => (one > best ? one : best))
      const tied = before(
        reached.filter((candidate) => vote(candidate) === edge),
        "most",
      )
      // Which of them comes first matters only where not all of them may be elected.
      const left = seats - elected.length
      const matters = reached.length > left || shares.room(tied, elected, among("hopeful")) < tied.length
      const candidate = ties || matters ? bestOf(tied, ties, left) : tied[0]!
      give(candidate)
      if (vote(candidate) > quota) pending.push(candidate)
      steps.push(countStep("counting.step.reached", [candidate], { votes: decimal(vote(candidate), places) }))
      excludeDoomed()
    }
  }

  let total = 0n
  for (const { weight, order } of orders(election)) {
    total += weight
    pass({ weight, value: unit, order, at: 0 }, 0)
  }
  const quota = wholeQuota ? (total / BigInt(seats + 1) + 1n) * unit : (total * unit) / BigInt(seats + 1) + 1n
  steps.push(countStep("counting.step.quota", [], { ballots: total, seats, quota: decimal(quota, places) }))

  try {
    steps.push(...shares.steps)
    excludeDoomed()
    electReached()
    closeRound()
    for (;;) {
      const hopeful = among("hopeful")
      const left = seats - elected.length
      if (left === 0 || hopeful.length === 0) break
      if (hopeful.length <= left && shares.together([...elected, ...hopeful])) {
        const last = hopeful.toSorted((a, b) => (vote(b) > vote(a) ? 1 : vote(b) < vote(a) ? -1 : a - b))
        last.forEach(give)
        steps.push(countStep("counting.step.remaining", last))
        closeRound()
        break
      }
      if (pending.length > 0) {
        const candidate = most(pending, 0)
        pending.splice(pending.indexOf(candidate), 1)
        const [surplus, had] = [vote(candidate) - quota, vote(candidate)]
        steps.push(countStep("counting.step.surplus", [candidate], { surplus: decimal(surplus, places) }))
        const parcels = held.get(candidate)!
        held.set(candidate, [])
        votes.set(candidate, quota)
        // Each ballot passes on its part of the surplus, cut to the places of the method; what is cut is lost.
        for (const parcel of parcels) pass({ ...parcel, value: (parcel.value * surplus) / had }, parcel.at + 1)
      } else {
        const kept = shares.guarded(elected, hopeful)
        const free = hopeful.filter((candidate) => !kept.includes(candidate))
        const edge = free.map(vote).reduce((worst, one) => (one < worst ? one : worst))
        const tied = before(
          free.filter((candidate) => vote(candidate) === edge),
          "least",
        )
        if (tied.length > 1) steps.push(countStep("counting.step.tie", tied))
        const candidate = lastOf(tied, ties, left)
        if (kept.length > 0) steps.push(countStep("counting.step.guarded", kept))
        steps.push(countStep("counting.step.excluded", [candidate], { votes: decimal(vote(candidate), places) }))
        exclude(candidate)
      }
      electReached()
      closeRound()
    }
  } catch (tie) {
    if (!(tie instanceof OpenTie)) throw tie
    steps.push(countStep("counting.step.open", tie.among))
    closeRound()
    return { method: transfer, seats, elected, open: { among: tie.among, seats: seats - elected.length }, rounds }
  }
  return { method: transfer, seats, elected, open: null, rounds }
}
