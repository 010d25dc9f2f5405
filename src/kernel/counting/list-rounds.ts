import { type Fraction, smallestReaching } from "../law/fraction.ts"
import { step, type Step } from "../law/explanation.ts"
import { type ListTies, type Seats, withBonus } from "./apportionment.ts"

/** A list ballot in two rounds: the bonus and the threshold of seats, then what part of the votes lets a list stay, or join one. */
export type ListRounds = { bonus: Fraction; threshold: number; stay: number; join: number }

/** Regional councils of France (code électoral L338, L346). */
export const regionalRounds: ListRounds = { bonus: [1, 4], threshold: 5, stay: 10, join: 5 }

/** After the first round: either the seats, or who may stand in the second, and who may join a list that does. */
export type FirstRound = {
  /** More than half of the votes. */
  required: bigint
  seats: (Seats & { bonusTo: number | null }) | null
  next: { stay: number[]; join: number[] } | null
  /** Equals for a place of the second round, between whom only a declared order decides. */
  tie: { among: number[]; places: number } | null
  steps: Step[]
}

/**
 * The first round: a list with more than half of the votes has the bonus, and the seats are shared out. Otherwise every list with
 * `stay` per cent of them may stand again; with only one, the next one too; with none, the first two (L346). The candidates of
 * a list with `join` per cent that does not stand again may join one that does.
 */
export const firstListRound = (
  votes: readonly bigint[],
  count: number,
  rule: ListRounds,
  ties: ListTies,
): FirstRound => {
  const total = votes.reduce((sum, one) => sum + one, 0n)
  const required = smallestReaching(total, [1, 2], true)
  const won = votes.findIndex((have) => have >= required)
  const base = { base: total, required }
  if (won !== -1) {
    const seats = withBonus(votes, count, { ...rule, ties })
    const steps = [step("counting.step.list_majority", { ...base, lists: String(won) }), ...seats.steps]
    return { required, seats, next: null, tie: null, steps }
  }
  const steps = [step("counting.step.list_no_majority", base)]
  const lists = votes.flatMap((have, list) => (have > 0n ? [list] : []))
  const reaches = (percent: number) => lists.filter((list) => votes[list]! * 100n >= total * BigInt(percent))
  let stay = reaches(rule.stay)
  let tie: FirstRound["tie"] = null
  if (stay.length < 2 && lists.length > stay.length) {
    const found = firstTwo(lists, votes, ties)
    stay = found.lists
    tie = found.tie
    if (tie) steps.push(step("counting.step.list_equal", { lists: tie.among.join(" ") }))
    steps.push(step("counting.step.list_first_two", { percent: rule.stay }))
  }
  const join = reaches(rule.join).filter((list) => !stay.includes(list))
  if (stay.length > 0) steps.push(named("counting.step.list_stay", stay, rule.stay))
  if (join.length > 0) steps.push(named("counting.step.list_join", join, rule.join))
  return { required, seats: null, next: { stay, join }, tie, steps }
}

const named = (key: string, lists: readonly number[], percent: number): Step =>
  step(key, { lists: lists.join(" "), count: lists.length, percent })

/** The two with most votes. Equals at the second place by the declared order; without one they both stay, and the tie is told. */
const firstTwo = (
  lists: readonly number[],
  votes: readonly bigint[],
  ties: ListTies,
): { lists: number[]; tie: FirstRound["tie"] } => {
  const place = (list: number) => {
    const at = ties?.order.indexOf(list) ?? -1
    return at === -1 ? Infinity : at
  }
  const order = lists.toSorted((a, b) =>
    votes[b]! > votes[a]! ? 1 : votes[b]! < votes[a]! ? -1 : place(a) - place(b) || 0,
  )
  const [, second] = order
  const over = order.filter((list) => votes[list]! > votes[second!]!)
  const equal = order.filter((list) => votes[list] === votes[second!])
  if (over.length + equal.length <= 2) return { lists: [...over, ...equal].toSorted((a, b) => a - b), tie: null }
  const places = 2 - over.length
  const settled = place(equal[places - 1]!) !== place(equal[places]!)
  const chosen = settled ? equal.slice(0, places) : equal
  return { lists: [...over, ...chosen].toSorted((a, b) => a - b), tie: { among: equal, places } }
}
