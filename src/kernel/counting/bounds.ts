import type { Candidate } from "./count.ts"

/** At least and at most so many of some candidates among the elected: parity between two seats is `{ least: 1, most: 1 }` for the women. */
export type Bounds = { of: readonly Candidate[]; least: number; most: number }

/** Hopefuls who can be elected no more: their group has its most, or the seats left are all owed to others. */
export const doomed = (
  bounds: readonly Bounds[],
  elected: readonly Candidate[],
  hopeful: readonly Candidate[],
  seats: number,
): Candidate[] => {
  const left = seats - elected.length
  if (left <= 0) return []
  return hopeful.filter((candidate) => {
    const with_ = [...elected, candidate]
    if (bounds.some(({ of, most }) => of.includes(candidate) && inside(of, with_) > most)) return true
    // Groups may overlap: what is owed to others is counted apart from each other only where nobody is in two of them.
    const owed = bounds
      .filter(({ of }) => !of.includes(candidate))
      .reduce((sum, { of, least }) => sum + Math.min(Math.max(0, least - inside(of, elected)), inside(of, hopeful)), 0)
    return owed > left - 1
  })
}

/** Hopefuls without whom a group would not have its least: they are not excluded. */
export const guarded = (
  bounds: readonly Bounds[],
  elected: readonly Candidate[],
  hopeful: readonly Candidate[],
  seats: number,
): Candidate[] =>
  seats <= elected.length
    ? []
    : hopeful.filter((candidate) =>
        bounds.some(({ of, least }) => of.includes(candidate) && inside(of, elected) + inside(of, hopeful) <= least),
      )

const inside = (of: readonly Candidate[], some: readonly Candidate[]) =>
  some.filter((candidate) => of.includes(candidate)).length
