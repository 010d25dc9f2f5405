import type { Ballot } from "../ballot.ts"

/** The rounds of a vote behind one another, in the order in which the votes were prepared. */
export const inRounds = (ballots: readonly Ballot[]): Ballot[] => {
  const after = new Map(ballots.flatMap((one) => (one.follows_id ? [[one.follows_id, one] as const] : [])))
  const known = new Set(ballots.map(({ id }) => id))
  return ballots
    .filter(({ follows_id }) => !follows_id || !known.has(follows_id))
    .flatMap((first) => {
      const rounds = [first]
      for (let next = after.get(first.id); next; next = after.get(next.id)) rounds.push(next)
      return rounds
    })
}
