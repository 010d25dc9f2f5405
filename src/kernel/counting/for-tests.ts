import type { Election, Ranked } from "./count.ts"
import { type RankedMethod, rankedMethods } from "./methods.ts"

/** Chance that comes out the same each time: a failure can be looked at again by its number. */
export const chance = (seed: number) => {
  let state = seed * 2654435761 + 1
  return (below: number) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) >>> 0
    return (state >>> 7) % below
  }
}
export const shuffled = <T>(items: readonly T[], pick: (below: number) => number): T[] => {
  const left = [...items]
  return items.map(() => left.splice(pick(left.length), 1)[0]!)
}
export const some = (seed: number): Election => {
  const pick = chance(seed)
  const size = 2 + pick(6)
  const all = Array.from({ length: size }, (_, one) => one)
  const ballots = Array.from({ length: 1 + pick(30) }, (): Ranked => ({
    weight: BigInt(1 + pick(5)),
    ranks: shuffled(all, pick)
      .slice(0, 1 + pick(size))
      .map((one) => [one]),
  }))
  const candidates = all.map((one) => `Candidate ${one + 1}`)
  return { title: `Vote ${seed}`, candidates, seats: 1 + pick(size), withdrawn: [], ballots, ties: shuffled(all, pick) }
}
export const seeds = Array.from({ length: 300 }, (_, seed) => seed)
export const of = (method: RankedMethod, election: Election) =>
  rankedMethods[method](method === "instant_runoff" ? { ...election, seats: 1 } : election)
