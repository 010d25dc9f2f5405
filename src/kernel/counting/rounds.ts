import { z } from "zod"
import { fractionSchema, smallestReaching } from "../law/fraction.ts"
import { step, type Step } from "../law/explanation.ts"
import { refuse } from "../refusal.ts"
import { type Bounds, boundsLeft, sharesOf } from "./bounds.ts"
import { type Candidate, type Count, countStep, type Election, standing, type State } from "./count.ts"
import { atLeast, nextRound, partOf } from "./next-round.ts"
import { countVoices, spoiltSteps, voicesOf } from "./points.ts"
import { byPoints, seatBySeat } from "./seat-by-seat.ts"

const places = z.int().min(1).max(100)

/** `expressed`: ballots that name somebody; `ballots`: these and the blank ones; `enrolled`: all who may vote, or all members. */
const base = z.enum(["expressed", "ballots", "enrolled"])

/** A round before the last. */
const roundSchema = z.object({
  /** More than half (`absolute`), or at least a fraction. */
  majority: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("absolute") }),
    z.object({ kind: z.literal("fraction"), fraction: fractionSchema }),
  ]),
  of: base,
  /** And at least that part of those enrolled: a quarter (code électoral L126). */
  enrolled: fractionSchema.nullable(),
  /**
   * Who may stand in the next round: all; the first so many for each seat left; or those with a share, and never fewer than the first
   * so many (an eighth of those enrolled, and two: code électoral L162).
   */
  stay: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("all") }),
    z.object({ kind: z.literal("first"), perSeat: places }),
    z.object({
      kind: z.literal("share"),
      share: fractionSchema,
      of: base,
      perSeat: places,
    }),
  ]),
  /** Equals at the last place of the next round all stay, or a declared order says who does. */
  equals: z.enum(["stay", "declared"]),
  /** Whoever withdraws between two rounds makes room for the next (Constitution, article 7), or for nobody. */
  withdrawn: z.enum(["replaced", "missing"]),
})

/** An election by majority in several rounds, as it was declared: each round but the last, in which whoever has most is elected. */
export const roundsRuleSchema = z.object({ before: z.array(roundSchema).min(1).max(9) })

export type RoundsRule = z.infer<typeof roundsRuleSchema>
export type RoundBefore = RoundsRule["before"][number]

/**
 * What no ballot says: how many were blank (beside those that the election holds), how many are enrolled, who withdrew since.
 * `expressed`: how many named somebody, where only sums are known, as of raised hands: with several seats one person is in several.
 */
export type Turnout = { expressed?: bigint; blank?: bigint; enrolled?: bigint; withdrew?: readonly Candidate[] }

/** More than half of those who name somebody; then, between the first two for each seat left, whoever has most. */
export const twoRounds: RoundsRule = {
  before: [
    {
      majority: { kind: "absolute" },
      of: "expressed",
      enrolled: null,
      stay: { kind: "first", perSeat: 2 },
      equals: "stay",
      withdrawn: "replaced",
    },
  ],
}

/** Twice more than half of those who name somebody, open to all; the third time whoever has most (CGCT L2122-7). */
export const threeRounds: RoundsRule = {
  before: [1, 2].map(() => ({ ...twoRounds.before[0]!, stay: { kind: "all" } })),
}

/**
 * One round of an election by majority, the first being 1: a ballot names at most as many as there are seats. Those with the majority
 * are elected, who has most first; for the seats left, `next` says who may stand again, with what is left of the bounds.
 */
export const countRound = (
  election: Election,
  rule: RoundsRule,
  round = 1,
  turnout: Turnout = {},
  bounds: readonly Bounds[] = [],
): Count => {
  const asked = rule.before[round - 1]
  const { seats } = election
  if (!asked) return { ...countVoices(election, { method: "plurality", most: seats, bounds }), next: null }
  const { voices, expressed: named, spoilt } = voicesOf(election, seats)
  const expressed = turnout.expressed ?? named
  const points = (candidate: Candidate) => voices.get(candidate)!
  const figures: Figures = {
    expressed: () => expressed,
    ballots: () => expressed + blanksOf(election) + (turnout.blank ?? 0n),
    enrolled: () => turnout.enrolled ?? refuse("counting.enrolled_missing"),
  }
  const order = byPoints(standing(election), points).flat()
  const { required, steps: needed } = neededOf(asked, figures)
  const steps = [...spoiltSteps(spoilt, seats), ...needed]
  const shares = sharesOf(bounds, order, seats)
  const given = seatBySeat(election, order, points, shares, (one) => points(one) >= required)
  const elected = given.chosen
  steps.push(...given.steps)
  if (elected.length > 0) steps.push(countStep("counting.step.elected", elected))
  else if (!given.open) steps.push(step("counting.step.no_majority", { required }))
  const left = order.filter((one) => !elected.includes(one))
  const out = shares.doomed(elected, left)
  if (elected.length < seats && !given.open)
    steps.push(
      ...shares.why(
        elected,
        out.filter((one) => points(one) > 0n && points(one) < required),
      ),
    )
  const found =
    given.open || elected.length === seats
      ? { stay: [], open: given.open, steps: [] }
      : nextRound({
          rule: asked,
          seats: seats - elected.length,
          left: left.filter((one) => !out.includes(one)),
          withdrew: turnout.withdrew ?? [],
          ties: election.ties,
          points,
          figures,
          bounds: boundsLeft(bounds, elected, left),
        })
  const { stay, open } = found
  const state = (one: Candidate): State =>
    elected.includes(one) ? "elected" : stay.includes(one) || open?.among.includes(one) ? "hopeful" : "excluded"
  return {
    method: "absolute",
    seats,
    elected,
    open,
    next:
      stay.length > 0 && !open
        ? { candidates: stay, seats: seats - elected.length, bounds: boundsLeft(bounds, elected, stay) }
        : null,
    rounds: [
      {
        steps: [...steps, ...found.steps],
        standing: order.map((candidate) => ({ candidate, votes: String(points(candidate)), state: state(candidate) })),
      },
    ],
  }
}

/** What a part may be taken of. */
export type Figures = Record<z.infer<typeof base>, () => bigint>

const blanksOf = ({ ballots }: Election): bigint =>
  ballots.reduce((sum, { weight, ranks }) => (ranks.flat().length === 0 ? sum + weight : sum), 0n)

/** The votes that elect, and why so many. */
const neededOf = ({ majority, of, enrolled }: RoundBefore, figures: Figures): { required: bigint; steps: Step[] } => {
  const base = figures[of]()
  const needed = majority.kind === "absolute" ? smallestReaching(base, [1, 2], true) : atLeast(base, majority.fraction)
  const said = { base, of, required: needed }
  const steps =
    majority.kind === "absolute"
      ? [step("counting.step.needed_absolute", said)]
      : [step("counting.step.needed_fraction", { ...said, ...partOf(majority.fraction) })]
  if (!enrolled) return { required: needed, steps }
  const [all, also] = [figures.enrolled(), atLeast(figures.enrolled(), enrolled)]
  steps.push(step("counting.step.needed_enrolled", { base: all, required: also, ...partOf(enrolled) }))
  return { required: also > needed ? also : needed, steps }
}
