import type { Step } from "../law/explanation.ts"
import type { Shares } from "./bounds.ts"
import { type Candidate, type Count, countStep, type Election } from "./count.ts"

/** Candidates by points, most first, those with as many together. */
export const byPoints = (candidates: readonly Candidate[], points: (candidate: Candidate) => bigint): Candidate[][] => {
  const layers = Map.groupBy(candidates, points)
  return [...layers.keys()].toSorted((a, b) => (b > a ? 1 : b < a ? -1 : 0)).map((of) => layers.get(of)!)
}

/**
 * The seats one after the other to whoever has most; who can be elected no more, for the shares, makes room for the next, and the
 * trace says why. `enough`: who has what it takes to be elected at all, be it too few for the seats.
 */
export const seatBySeat = (
  { seats, ties }: Pick<Election, "seats" | "ties">,
  candidates: readonly Candidate[],
  points: (candidate: Candidate) => bigint,
  shares: Shares,
  enough: (candidate: Candidate) => boolean = () => true,
): { chosen: Candidate[]; open: Count["open"]; steps: Step[] } => {
  const chosen: Candidate[] = []
  const steps = [...shares.steps]
  const said = new Set<Candidate>()
  while (chosen.length < seats) {
    const hopeful = candidates.filter((candidate) => !chosen.includes(candidate))
    const out = shares.doomed(chosen, hopeful)
    const [best] = byPoints(
      hopeful.filter((candidate) => !out.includes(candidate) && enough(candidate)),
      points,
    )
    const passed = out.filter((one) => !said.has(one) && enough(one) && (!best || points(one) >= points(best[0]!)))
    for (const one of passed) said.add(one)
    steps.push(...shares.why(chosen, passed))
    if (!best) break
    // All of them may have a seat, or it matters who comes first.
    const room = shares.room(best, chosen, hopeful)
    if (room < best.length) {
      steps.push(countStep("counting.step.tie", best))
      if (!ties) {
        steps.push(countStep("counting.step.open", best))
        return { chosen, open: { among: best, seats: room }, steps }
      }
    }
    chosen.push(ties ? ties.find((candidate) => best.includes(candidate))! : best[0]!)
  }
  return { chosen, open: null, steps }
}
