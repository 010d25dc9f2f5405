import { z } from "zod"
import { step, type Step } from "./explanation.ts"
import { fractionSchema, smallestReaching } from "./fraction.ts"

/**
 * The value of a rule of unit `majority`.
 * `simple`: more for than against. `absolute`: more than half of the base. `fraction`: at least that part of it.
 * The base: votes cast (for and against, with blanks or abstentions only where the rule adds them), those present, or
 * the members. A blank vote is no vote cast unless a text says so.
 */
export const majorityRuleSchema = z.object({
  majority: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("simple") }),
    z.object({ kind: z.literal("absolute") }),
    z.object({ kind: z.literal("fraction"), fraction: fractionSchema }),
  ]),
  of: z.enum(["votes_cast", "present", "members"]),
  blanks: z.enum(["apart", "counted"]),
  abstentions: z.enum(["apart", "counted"]),
  /** `chair`: the chair's vote prevails (CGCT L4132-14). `rejected`: a tie rejects (CDLD L1122-26). */
  tie: z.enum(["rejected", "chair"]),
})

export type MajorityRule = z.infer<typeof majorityRuleSchema>

/** Votes, or weights of votes. `chair`: how the chair voted, asked for only on a tie that the chair decides. */
export type Tally = {
  for: bigint
  against: bigint
  abstained: bigint
  blank: bigint
  present?: bigint
  members?: bigint
  chair?: "for" | "against"
}

export type MajorityResult = {
  /** null: a tie that waits for the chair. */
  adopted: boolean | null
  base: bigint
  /** Votes for that adopt: with a simple majority, one more than against. */
  required: bigint
  tie: boolean
  explanation: Step[]
}

export function majorityReached(rule: MajorityRule, tally: Tally): MajorityResult {
  const base = baseOf(rule, tally)
  const required = requiredOf(rule, tally, base)
  // 0 to 0 is no tie: nobody decided anything. A qualified majority knows no tie either, only too few votes.
  const tie = rule.majority.kind !== "fraction" && tally.for === tally.against && tally.for > 0n
  const adopted = tie ? afterTie(rule, tally) : tally.for >= required
  return { adopted, base, required, tie, explanation: explain(rule, tally, { adopted, base, required, tie }) }
}

function baseOf({ of, blanks, abstentions }: MajorityRule, tally: Tally): bigint {
  if (of !== "votes_cast") {
    const base = tally[of]
    if (base === undefined) throw new TypeError(`a majority of ${of} needs their number`)
    return base
  }
  const added = (blanks === "counted" ? tally.blank : 0n) + (abstentions === "counted" ? tally.abstained : 0n)
  return tally.for + tally.against + added
}

function requiredOf({ majority }: MajorityRule, tally: Tally, base: bigint): bigint {
  if (majority.kind === "simple") return tally.against + 1n
  if (majority.kind === "absolute") return smallestReaching(base, [1, 2], true)
  // Two thirds of nothing is nothing: at least one vote.
  const required = smallestReaching(base, majority.fraction, false)
  return required > 0n ? required : 1n
}

function afterTie(rule: MajorityRule, tally: Tally): boolean | null {
  if (!chairDecides(rule, tally)) return false
  return tally.chair === undefined ? null : tally.chair === "for"
}

/** The chair's vote decides between equals; it makes up neither for the blanks or abstentions that a rule counts, nor
 *  for the members an absolute majority of members lacks. */
function chairDecides(rule: MajorityRule, tally: Tally): boolean {
  if (rule.tie === "rejected") return false
  if (rule.majority.kind === "simple") return true
  // With a blank counted beside them, two equal halves are no whole: 2 for and 1 against of 4 would be lost, and won by one more
  // against.
  return rule.of === "votes_cast" && tally.for + tally.against === baseOf(rule, tally)
}

function explain(rule: MajorityRule, tally: Tally, found: Omit<MajorityResult, "explanation">): Step[] {
  const { majority, blanks, abstentions, of } = rule
  const { base, required, adopted, tie } = found
  const asked =
    majority.kind === "fraction"
      ? step("law.step.majority_fraction", { part: majority.fraction[0], parts: majority.fraction[1], base, of })
      : step(majority.kind === "simple" ? "law.step.majority_simple" : "law.step.majority_absolute", { base, of })
  const apart = [
    ...(tally.abstained > 0n ? [step(`law.step.abstentions_${abstentions}`, { count: tally.abstained })] : []),
    ...(tally.blank > 0n ? [step(`law.step.blanks_${blanks}`, { count: tally.blank })] : []),
  ]
  const result = adopted === null ? "open" : adopted ? "adopted" : "rejected"
  return [
    step("law.step.votes", { for: tally.for, against: tally.against }),
    ...(of === "votes_cast" && majority.kind !== "simple" ? apart : []),
    asked,
    step("law.step.majority_required", { required }),
    ...(tie && (rule.tie === "rejected" || chairDecides(rule, tally))
      ? [step(`law.step.tie_${rule.tie}`, { for: tally.for, against: tally.against })]
      : []),
    step(`law.step.${result}`, { for: tally.for, required }),
  ]
}
