/** How many gave each grade to somebody, from the worst (0) to the best. */
export type Grades = readonly bigint[]

/**
 * What becomes of those who gave no grade to somebody. `worst`: a grade that was declared, the worst unless told. `median`: the
 * median of those who did. `scaled`: each is judged by those who did, as if all had been as many. Without any, everybody must
 * have been graded by all.
 */
export type Ungraded = { as: "grade"; grade: number } | { as: "median" } | { as: "scaled" }

export type Judgment = {
  /** From 1, by candidate; equals share a rank and the next one is left out. */
  ranks: number[]
  /** The median grade of each, the lower of two. */
  medians: number[]
}

/**
 * Majority judgment (Balinski and Laraki): by median grade; of two with the same, a grade equal to the median is taken away from
 * each until they differ. Exact whatever the number of those who voted: what is taken away is taken in whole runs.
 */
export const judge = (tallies: readonly Grades[], ungraded: Ungraded, voters: bigint): Judgment => {
  const full = complete(tallies, ungraded, voters)
  const runs = full.map(takenAway)
  const order = full.map((_, candidate) => candidate).toSorted((a, b) => compare(runs[b]!, runs[a]!))
  const ranks: number[] = []
  order.forEach((candidate, place) => {
    const above = order[place - 1]
    ranks[candidate] = above !== undefined && compare(runs[above]!, runs[candidate]!) === 0 ? ranks[above]! : place + 1
  })
  return { ranks, medians: full.map(medianOf) }
}

const sum = (grades: Grades): bigint => grades.reduce((all, one) => all + one, 0n)

const complete = (tallies: readonly Grades[], ungraded: Ungraded, voters: bigint): Grades[] => {
  if (ungraded.as === "scaled") {
    const multiple = tallies.map(sum).reduce((all, one) => (one === 0n ? all : (all * one) / gcd(all, one)), 1n)
    return tallies.map((grades) => {
      const given = sum(grades)
      return given === 0n
        ? grades.map((_, grade) => (grade === 0 ? multiple : 0n))
        : grades.map((one) => (one * multiple) / given)
    })
  }
  return tallies.map((grades) => {
    const missing = voters - sum(grades)
    const grade = ungraded.as === "median" ? medianOf(grades) : ungraded.grade
    return grades.map((one, at) => (at === grade ? one + missing : one))
  })
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b))

/** The grade of the one in the middle, of two in the middle the lower. */
const medianOf = (grades: Grades): number => {
  const middle = (sum(grades) - 1n) / 2n
  let below = 0n
  for (const [grade, many] of grades.entries()) {
    below += many
    if (below > middle) return grade
  }
  return 0
}

/** So many times in a row these two grades are taken away, the first before the second. */
type Run = { times: bigint; first: number; second: number }

/**
 * The grades that are taken away one after the other, the middle first, then from both sides of it: below and above by turns of an
 * odd number, above and below of an even one.
 */
const takenAway = (grades: Grades): Run[] => {
  const all = sum(grades)
  if (all === 0n) return []
  const middle = (all - 1n) / 2n
  const odd = all % 2n === 1n
  const down = side(grades, middle, "down")
  const up = side(grades, middle, "up")
  const [one, two] = odd ? [down, up] : [up, down]
  const runs: Run[] = [{ times: 1n, first: medianOf(grades), second: medianOf(grades) }]
  let [i, j] = [0, 0]
  let [left, right] = [one[0]?.times ?? 0n, two[0]?.times ?? 0n]
  while (i < one.length) {
    const first = one[i]!.grade
    // Of an even number the last has nobody on the other side.
    const second = two[j]?.grade ?? first
    const times = j < two.length && right < left ? right : left
    runs.push({ times, first, second })
    left -= times
    right -= times
    if (left === 0n) left = one[++i]?.times ?? 0n
    if (right <= 0n && j < two.length) right = two[++j]?.times ?? 0n
  }
  return runs
}

/** From the middle outwards, without it. */
const side = (grades: Grades, middle: bigint, way: "down" | "up"): { times: bigint; grade: number }[] => {
  let start = 0n
  const all = grades.map((many, grade) => {
    const from = start
    start += many
    const inside =
      way === "down" ? (start < middle ? start : middle) - from : start - (from > middle + 1n ? from : middle + 1n)
    return { times: inside > 0n ? inside : 0n, grade }
  })
  return (way === "down" ? all.toReversed() : all).filter(({ times }) => times > 0n)
}

const compare = (a: readonly Run[], b: readonly Run[]): number => {
  let [i, j] = [0, 0]
  let [left, right] = [a[0]?.times ?? 0n, b[0]?.times ?? 0n]
  while (i < a.length && j < b.length) {
    const by = a[i]!.first - b[j]!.first || a[i]!.second - b[j]!.second
    if (by !== 0) return by
    const times = left < right ? left : right
    left -= times
    right -= times
    if (left === 0n) left = a[++i]?.times ?? 0n
    if (right === 0n) right = b[++j]?.times ?? 0n
  }
  return 0
}
