import { type Fraction, smallestReaching } from "../law/fraction.ts"
import { step, type Step } from "../law/explanation.ts"
import { type Bounds, sharesOf } from "./bounds.ts"
import { type Candidate, type Count, countStep, type Election } from "./count.ts"
import type { Figures, RoundBefore } from "./rounds.ts"
import { byPoints } from "./seat-by-seat.ts"

/** After a round that filled not all seats. `left`: who could still be elected, most votes first. */
type Round = {
  rule: RoundBefore
  seats: number
  left: readonly Candidate[]
  withdrew: readonly Candidate[]
  ties: Election["ties"]
  points: (candidate: Candidate) => bigint
  figures: Figures
  bounds: readonly Bounds[]
}

type Stay = { stay: Candidate[]; open: Count["open"]; steps: Step[] }

/** Who may stand in the next round, in the order of the paper; who is needed for the shares stays whatever their votes. */
export const nextRound = (round: Round): Stay => {
  const { rule, left, withdrew, seats, bounds } = round
  const here = left.filter((one) => !withdrew.includes(one))
  const gone = withdrew.filter((one) => left.includes(one))
  const steps = gone.length > 0 ? [countStep("counting.step.withdrew", gone)] : []
  const found = placed(round, rule.withdrawn === "replaced" ? here : left)
  steps.push(...found.steps)
  if (found.open) return { ...found, steps }
  const shares = sharesOf(bounds, here, seats)
  if (gone.length > 0) steps.push(...shares.steps)
  // From the last upwards whoever has no place goes, unless the shares could not be met without them.
  let stay = here
  const kept: Candidate[] = []
  for (const one of here.toReversed()) {
    if (found.stay.includes(one)) continue
    if (shares.guarded([], stay).includes(one)) kept.push(one)
    else stay = stay.filter((other) => other !== one)
  }
  if (kept.length > 0) steps.push(countStep("counting.step.guarded", kept))
  return { stay: stay.toSorted((a, b) => a - b), open: null, steps }
}

/** Those who have a place by their votes. Where nobody has any, all stay. */
const placed = ({ rule, seats, ties, points, figures }: Round, among: readonly Candidate[]): Stay => {
  const { stay, equals } = rule
  if (stay.kind === "all" || !among.some((one) => points(one) > 0n)) return { stay: [...among], open: null, steps: [] }
  const places = stay.perSeat * seats
  const steps: Step[] = []
  if (stay.kind === "share") {
    const required = atLeast(figures[stay.of](), stay.share)
    const reached = among.filter((one) => points(one) >= required)
    steps.push(step("counting.step.stay_share", { required, of: stay.of, ...partOf(stay.share) }))
    if (reached.length >= places) return { stay: reached, open: null, steps }
    steps.push(step("counting.step.stay_at_least", { places }))
  } else steps.push(step("counting.step.stay_first", { places }))
  const first: Candidate[] = []
  for (const layer of byPoints(
    among.filter((one) => points(one) > 0n),
    points,
  )) {
    const free = places - first.length
    if (free <= 0) break
    if (layer.length <= free) {
      first.push(...layer)
      continue
    }
    steps.push(countStep("counting.step.tie", layer))
    if (equals === "stay") {
      steps.push(countStep("counting.step.equals_stay", layer))
      first.push(...layer)
    } else if (ties) first.push(...layer.toSorted((a, b) => ties.indexOf(a) - ties.indexOf(b)).slice(0, free))
    else {
      steps.push(countStep("counting.step.open", layer))
      return { stay: first, open: { among: layer, seats: free, next: true }, steps }
    }
  }
  return { stay: first, open: null, steps }
}

export const partOf = ([part, parts]: Fraction) => ({ part, parts })

/** A part of nothing is nothing: at least one vote. */
export const atLeast = (whole: bigint, fraction: Fraction): bigint => {
  const found = smallestReaching(whole, fraction, false)
  return found > 0n ? found : 1n
}
