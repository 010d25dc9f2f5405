import type { Step } from "../law/explanation.ts"
import { type Candidate, countStep } from "./count.ts"

/**
 * At least and at most so many of some candidates among the elected: parity between two seats is `{ least: 1, most: 1 }` for the women.
 * `unmet`: where too few of them stand, a seat stays "vacant" (so without a word), or is "filled" by others as far as it must.
 */
export type Bounds = { of: readonly Candidate[]; least: number; most: number; unmet?: "vacant" | "filled" }

/** What the bounds ask while seats are given one after the other. */
export type Shares = {
  /** What could not be met from the beginning, and what becomes of it. */
  steps: Step[]
  /** Hopefuls who can be elected no more: with them, the seats left could not be filled as the bounds ask. */
  doomed(elected: readonly Candidate[], hopeful: readonly Candidate[]): Candidate[]
  /** Hopefuls without whom the seats left could not be filled as the bounds ask: they are not excluded. */
  guarded(elected: readonly Candidate[], hopeful: readonly Candidate[]): Candidate[]
  /** How many of some equals can be elected, whoever of them comes first. */
  room(equals: readonly Candidate[], elected: readonly Candidate[], hopeful: readonly Candidate[]): number
  /** All of these may sit together. */
  together(elected: readonly Candidate[]): boolean
  /** Why some can be elected no more. */
  why(elected: readonly Candidate[], out: readonly Candidate[]): Step[]
}

/** Candidates who are in the same groups: any of them stands for any other. `many`: how many. */
type Kind = { groups: readonly number[]; many: number }

/** The bounds of an election between those who could be elected at all. */
export const sharesOf = (declared: readonly Bounds[], candidates: readonly Candidate[], seats: number): Shares => {
  if (declared.length === 0)
    return {
      steps: [],
      doomed: () => [],
      guarded: () => [],
      room: (equals, elected) => Math.min(equals.length, seats - elected.length),
      together: () => true,
      why: () => [],
    }
  const { bounds, nobody, steps } = within(declared, candidates, seats)
  const members = bounds.map(({ of }) => new Set(of))
  const groupsOf = (candidate: Candidate) => members.flatMap((of, group) => (of.has(candidate) ? [group] : []))
  const inside = (group: number, some: readonly Candidate[]) => some.filter((one) => members[group]!.has(one)).length
  const filled = (elected: readonly Candidate[], hopeful: readonly Candidate[]) =>
    fills(
      bounds,
      [...kindsOf(hopeful.map(groupsOf)), ...nobody],
      bounds.map((_, group) => inside(group, elected)),
      seats - elected.length,
    )
  /** Asked once for each kind of candidate. */
  const those = (hopeful: readonly Candidate[], impossible: (one: Candidate, others: Candidate[]) => boolean) => {
    const known = new Map<string, boolean>()
    return hopeful.filter((candidate) => {
      const kind = groupsOf(candidate).join(" ")
      if (!known.has(kind))
        known.set(
          kind,
          impossible(
            candidate,
            hopeful.filter((one) => one !== candidate),
          ),
        )
      return known.get(kind)!
    })
  }
  const reason = (elected: readonly Candidate[], candidate: Candidate) => {
    const mine = groupsOf(candidate)
    const full = mine.find((group) => inside(group, elected) >= bounds[group]!.most)
    if (full !== undefined) return { key: "counting.step.share_most", group: full }
    const owed = bounds.findIndex(
      ({ least }, group) => !mine.includes(group) && least > 0 && inside(group, elected) < least,
    )
    return owed === -1
      ? { key: "counting.step.doomed", group: owed }
      : { key: "counting.step.share_least", group: owed }
  }
  return {
    steps,
    doomed: (elected, hopeful) =>
      elected.length >= seats ? [] : those(hopeful, (one, others) => !filled([...elected, one], others)),
    guarded: (elected, hopeful) =>
      elected.length >= seats ? [] : those(hopeful, (_, others) => !filled(elected, others)),
    room: (equals, elected, hopeful) => {
      const sat = [...elected]
      for (const one of equals) {
        const others = hopeful.filter((candidate) => candidate !== one && !sat.includes(candidate))
        if (sat.length < seats && filled([...sat, one], others)) sat.push(one)
      }
      return sat.length - elected.length
    },
    together: (elected) => filled(elected, []),
    why: (elected, out) => {
      const reasons = Map.groupBy(out, (candidate) => JSON.stringify(reason(elected, candidate)))
      return [...reasons].map(([said, who]) => {
        const { key, group } = JSON.parse(said) as ReturnType<typeof reason>
        const { of, least, most } = bounds[group] ?? { of: [], least: 0, most: 0 }
        return countStep(key, who, { group: of.join(" "), least, most, seats: seats - elected.length })
      })
    },
  }
}

/** What is left of the bounds for a next round, once some are elected, between those who stand in it. */
export const boundsLeft = (
  bounds: readonly Bounds[],
  elected: readonly Candidate[],
  stand: readonly Candidate[],
): Bounds[] =>
  bounds
    .map(({ of, least, most, ...rest }) => {
      const have = elected.filter((candidate) => of.includes(candidate)).length
      const left = of.filter((candidate) => stand.includes(candidate))
      return { ...rest, of: left, least: Math.max(0, least - have), most: Math.max(0, most - have) }
    })
    .filter(({ of, least, most }) => least > 0 || of.length > most)

/** The bounds as these candidates can meet them; `nobody`: the seats that stay vacant, by the groups to which they are owed. */
const within = (
  declared: readonly Bounds[],
  candidates: readonly Candidate[],
  seats: number,
): { bounds: Bounds[]; nobody: Kind[]; steps: Step[] } => {
  const steps: Step[] = []
  const owed: number[] = []
  let bounds = declared.map((asked): Bounds => {
    const there = candidates.filter((candidate) => asked.of.includes(candidate))
    const unmet = asked.unmet ?? "vacant"
    const missing = Math.max(0, asked.least - there.length)
    if (missing > 0)
      steps.push(
        countStep("counting.step.share_short", there, {
          group: asked.of.join(" "),
          least: asked.least,
          missing,
          unmet,
        }),
      )
    owed.push(unmet === "vacant" ? missing : 0)
    if (unmet === "vacant") return asked
    const most = Math.max(asked.most, Math.min(there.length, seats - (candidates.length - there.length)))
    if (most > asked.most)
      steps.push(
        countStep("counting.step.share_over", there, { group: asked.of.join(" "), most: asked.most, given: most }),
      )
    return { ...asked, least: asked.least - missing, most }
  })
  const kinds = () => kindsOf(candidates.map((one) => bounds.flatMap(({ of }, at) => (of.includes(one) ? [at] : []))))
  for (;;) {
    const kept = owed.slice(0, bounds.length).flatMap((many, group) => (many > 0 ? [{ groups: [group], many }] : []))
    const none = bounds.map(() => 0)
    // As few vacant seats as can be.
    for (let vacant = 0; vacant <= seats; vacant++) {
      const nobody = [...kept, { groups: [], many: vacant }]
      if (!fills(bounds, [...kinds(), ...nobody], none, seats)) continue
      if (vacant > Math.max(0, seats - candidates.length) && kept.length === 0)
        steps.push(countStep("counting.step.share_vacant", [], { seats: vacant }))
      return { bounds, nobody, steps }
    }
    // They contradict each other whoever stands: those declared first go before the last.
    const dropped = bounds.at(-1)!
    steps.push(countStep("counting.step.share_dropped", [], { group: dropped.of.join(" ") }))
    bounds = bounds.slice(0, -1)
  }
}

const kindsOf = (groups: readonly (readonly number[])[]): Kind[] =>
  [...Map.groupBy(groups, (one) => one.join(" ")).values()].map((same) => ({ groups: same[0]!, many: same.length }))

/** Whether some of these, so many of each kind, fill the seats left so that every bound is kept; `have`: of each group so far. */
const fills = (bounds: readonly Bounds[], kinds: readonly Kind[], have: readonly number[], left: number): boolean => {
  // Of all, and of each group, who comes from this kind on.
  const all = fromHere(kinds, () => true)
  const of = bounds.map((_, group) => fromHere(kinds, (kind) => kind.groups.includes(group)))
  const canBe = (at: number, counts: readonly number[], free: number) =>
    free <= all[at]! &&
    bounds.every(({ least, most }, group) => {
      const [count, mine] = [counts[group]!, of[group]![at]!]
      const others = all[at]! - mine
      return count + Math.min(mine, free) >= least && count + Math.max(0, free - others) <= most
    })
  const failed = new Set<string>()
  const from = (at: number, counts: readonly number[], free: number): boolean => {
    if (!canBe(at, counts, free)) return false
    const kind = kinds[at]
    if (!kind) return true
    // A group of whom nobody comes any more is settled: how many it has matters no more.
    const key = `${at} ${free} ${counts.map((count, group) => (of[group]![at] === 0 ? 0 : count)).join(" ")}`
    if (failed.has(key)) return false
    for (let many = Math.min(kind.many, free); many >= 0; many--) {
      const next = counts.map((count, group) => count + (kind.groups.includes(group) ? many : 0))
      if (from(at + 1, next, free - many)) return true
    }
    failed.add(key)
    return false
  }
  return left >= 0 && from(0, have, left)
}

const fromHere = (kinds: readonly Kind[], counted: (kind: Kind) => boolean): number[] => {
  const sums = [0]
  for (const kind of kinds.toReversed()) sums.unshift(sums[0]! + (counted(kind) ? kind.many : 0))
  return sums
}
