import { step, type Step } from "../law/explanation.ts"

/** Seats of lists. */
export type Seats = {
  seats: number[]
  /** Lists equal at the last seats, before the declared rule chose; null when nobody was. */
  tie: { among: number[]; seats: number } | null
  /** The tie was not broken: nothing was declared, and those seats are given to nobody. */
  open: boolean
  steps: Step[]
}

/**
 * Between lists with equal quotients for the last seat. `votes`: the one with more votes (Belgium, CDLD L4145-6; France, code
 * électoral L338), and the order after it; an order alone; null: none was declared.
 */
export type ListTies = { votes: boolean; order: readonly number[] } | null

/** By which the votes of a list are divided for its first, second, third seat: exact, as fractions of two numbers. */
const divisors = {
  dhondt: (seat: bigint) => seat + 1n,
  // CDLD L4145-6: half of the votes, a third, a quarter…
  imperiali: (seat: bigint) => seat + 2n,
  sainte_lague: (seat: bigint) => 2n * seat + 1n,
} as const

export type HighestAverage = keyof typeof divisors

/** By what the votes of a list that has so many seats are divided for the next one: for whoever counts again by hand. */
export const divisorOf = (method: HighestAverage, seats: number): bigint => divisors[method](BigInt(seats))

/** The seats one after the other to the highest average. */
export const highestAverages = (
  votes: readonly bigint[],
  count: number,
  method: HighestAverage,
  ties: ListTies,
): Seats => {
  const seats = votes.map(() => 0)
  const divisor = divisors[method]
  const steps: Step[] = []
  let tie: Seats["tie"] = null
  for (let given = 0; given < count;) {
    const best = highest(votes, (list) => divisor(BigInt(seats[list]!)))
    if (best.length === 0) break
    const left = count - given
    if (best.length <= left) {
      for (const list of best) seats[list]!++
      given += best.length
    } else {
      tie = { among: best, seats: left }
      const chosen = choose(best, votes, left, ties)
      steps.push(step("counting.step.list_tie", { lists: best.join(" "), seats: left }))
      if (!chosen) return { seats, tie, open: true, steps }
      for (const list of chosen) seats[list]!++
      given += left
    }
  }
  return { seats, tie, open: false, steps }
}

/** The lists whose votes divided by their divisor are the most: compared crosswise, nothing is divided. */
const highest = (votes: readonly bigint[], divisor: (list: number) => bigint): number[] => {
  let best: number[] = []
  for (const [list, have] of votes.entries()) {
    if (have === 0n) continue
    const [first] = best
    const by = first === undefined ? 1n : have * divisor(first) - votes[first]! * divisor(list)
    if (by > 0n) best = [list]
    else if (by === 0n) best.push(list)
  }
  return best
}

const choose = (tied: readonly number[], votes: readonly bigint[], seats: number, ties: ListTies): number[] | null => {
  if (!ties) return null
  const place = (list: number) => {
    const at = ties.order.indexOf(list)
    return at === -1 ? Infinity : at
  }
  const order = tied.toSorted(
    (a, b) => (ties.votes && votes[a] !== votes[b] ? (votes[b]! > votes[a]! ? 1 : -1) : 0) || place(a) - place(b) || 0,
  )
  const [last, next] = [order[seats - 1]!, order[seats]!]
  const settled = (ties.votes && votes[last] !== votes[next]) || place(last) !== place(next)
  return settled ? order.slice(0, seats) : null
}

/** Whole quotas first, what is left to the largest remainders. Hare: votes by seats; Droop: votes by seats and one, and one more. */
export const largestRemainder = (
  votes: readonly bigint[],
  count: number,
  quota: "hare" | "droop",
  ties: ListTies,
): Seats => {
  const total = votes.reduce((sum, one) => sum + one, 0n)
  if (total === 0n) return { seats: votes.map(() => 0), tie: null, open: false, steps: [] }
  // Hare without dividing: votes × seats against the total.
  const [scale, each] = quota === "hare" ? [BigInt(count), total] : [1n, total / BigInt(count + 1) + 1n]
  const whole = votes.map((have) => Number((have * scale) / each))
  const rest = votes.map((have) => (have * scale) % each)
  const lists = votes.filter((have) => have > 0n).length
  const over = count - whole.reduce((sum, one) => sum + one, 0)
  // Fewer votes than seats leave more seats than lists: each has as many of them first.
  const seats = whole.map((have, list) => (votes[list]! > 0n ? have + Math.floor(over / lists) : have))
  let left = over % lists
  const order = [...new Set(rest)].toSorted((a, b) => (b > a ? 1 : -1))
  for (const remainder of order) {
    if (left <= 0) break
    const tied = rest.flatMap((one, list) => (one === remainder && votes[list]! > 0n ? [list] : []))
    if (tied.length <= left) for (const list of tied) seats[list]!++
    else {
      const chosen = choose(tied, votes, left, ties)
      const tie = { among: tied, seats: left }
      const steps = [step("counting.step.list_tie", { lists: tied.join(" "), seats: left })]
      if (!chosen) return { seats, tie, open: true, steps }
      for (const list of chosen) seats[list]!++
      return { seats, tie, open: false, steps }
    }
    left -= tied.length
  }
  return { seats, tie: null, open: false, steps: [] }
}

/**
 * A French list ballot with a bonus: the bonus to the list with most votes, the other seats to the highest averages among the
 * lists that reached the threshold, the first with them. Regions: a quarter, rounded up, and 5 % (code électoral L338); communes:
 * a half (L262).
 */
export const withBonus = (
  votes: readonly bigint[],
  count: number,
  { bonus, threshold, ties }: { bonus: readonly [part: number, parts: number]; threshold: number; ties: ListTies },
): Seats & { bonusTo: number | null } => {
  const total = votes.reduce((sum, one) => sum + one, 0n)
  const none = votes.map(() => 0)
  const most = votes.reduce((best, one) => (one > best ? one : best), 0n)
  if (most === 0n) return { seats: none, tie: null, open: false, steps: [], bonusTo: null }
  const first = votes.flatMap((one, list) => (one === most ? [list] : []))
  const chosen = first.length === 1 ? first : choose(first, votes, 1, ties)
  const steps = first.length === 1 ? [] : [step("counting.step.list_tie", { lists: first.join(" "), seats: 1 })]
  if (!chosen) return { seats: none, tie: { among: first, seats: count }, open: true, steps, bonusTo: null }
  const [bonusTo] = chosen
  const extra = Math.ceil((count * bonus[0]) / bonus[1])
  const admitted = votes.map((have) => (have * 100n >= total * BigInt(threshold) ? have : 0n))
  const rest = highestAverages(admitted, count - extra, "dhondt", ties)
  return {
    ...rest,
    seats: rest.seats.map((have, list) => have + (list === bonusTo ? extra : 0)),
    steps: [step("counting.step.bonus", { lists: String(bonusTo), seats: extra }), ...steps, ...rest.steps],
    bonusTo: bonusTo!,
  }
}

/**
 * Whether the names of a list alternate strictly, women and men: the first two that follow each other and do not, or null. Of who is
 * written as neither nobody says that they break it.
 */
export const brokenAlternation = (forms: readonly ("f" | "m" | "n")[]): number | null => {
  const at = forms.findIndex((form, place) => form !== "n" && place > 0 && form === forms[place - 1])
  return at === -1 ? null : at
}

/**
 * Who sits for a list that its voters re-ordered: by votes of their own, the order of the list between equals (communes of
 * Wallonia, CDLD L4145-9 and following; no vote of the head of the list passes on).
 */
export const reordered = (own: readonly bigint[], seats: number): number[] =>
  own
    .map((_, place) => place)
    .toSorted((a, b) => (own[b]! > own[a]! ? 1 : own[b]! < own[a]! ? -1 : a - b))
    .slice(0, seats)
