/**
 * Words in a minute, said aloud to an assembly, as long as nobody timed the speaker. Ours, from no text of law: people who read to
 * a room say between 110 and 150 words of French in a minute.
 */
export const PACE = 130

/** How many of the last timings make a pace: people change, and one bad day must not last. */
export const KEPT = 10

/** Slower or faster than anybody speaks: the clock ran on, or the text was not read through. */
export const SLOWEST = 60
export const FASTEST = 260

export type Timing = { words: number; seconds: number }

export type Pace = {
  /** Words in a minute. */
  words: number
  /** From how many speeches it was learned; none: the usual pace. */
  timings: number
}

export const paceOfOne = ({ words, seconds }: Timing): number => (words * 60) / seconds

/** The pace somebody speaks at: the median of what they timed, newest first. */
export const paceOf = (timings: readonly Timing[]): Pace => {
  const paces = timings
    .slice(0, KEPT)
    .map(paceOfOne)
    .toSorted((a, b) => a - b)
  if (paces.length === 0) return { words: PACE, timings: 0 }
  const middle = Math.floor(paces.length / 2)
  const median = paces.length % 2 === 1 ? paces[middle]! : (paces[middle - 1]! + paces[middle]!) / 2
  return { words: Math.round(median), timings: paces.length }
}
