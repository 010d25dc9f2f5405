import { step, type Step } from "../law/explanation.ts"
import type { Bounds } from "./bounds.ts"

/** A candidate of an election: its place among `Election.candidates`, from 0. */
export type Candidate = number

/**
 * Ballots that said the same. `ranks`: the preferences, best first; two candidates in one rank are held equal. What is not in it
 * was not ranked, which is less than any rank.
 */
export type Ranked = { weight: bigint; ranks: readonly (readonly Candidate[])[] }

export type Election = {
  title: string
  candidates: readonly string[]
  seats: number
  /** Stood no more when the count began: their place on each ballot passes to the next. */
  withdrawn: readonly Candidate[]
  ballots: readonly Ranked[]
  /**
   * The declared rule between equals (drawn by lot before the count, by age…): who comes first stands better. Null: none was
   * declared, and a count that meets a tie which matters stops and says so.
   */
  ties: readonly Candidate[] | null
}

export type State = "hopeful" | "elected" | "excluded"

/** Where everybody stands after a round. Votes are decimals written out, exact to the arithmetic of the method. */
export type Standing = { candidate: Candidate; votes: string; state: State }

export type Round = { steps: Step[]; standing: Standing[]; quota?: string; exhausted?: string }

/** How a result was reached, so that anybody can do it again: round by round, as data. */
export type Count = {
  method: string
  seats: number
  /** In the order of their election. */
  elected: Candidate[]
  /** Every candidate, best first, equals together; only of methods that rank them all. */
  ranking?: Candidate[][]
  /** Equals between whom no declared rule decides: as many seats as `seats` are left to them, or places in the next round (`next`). */
  open: { among: Candidate[]; seats: number; next?: true } | null
  /** Of one round of several: who may stand in the next, for how many seats, within which bounds; null when none follows. */
  next?: { candidates: Candidate[]; seats: number; bounds: Bounds[] } | null
  rounds: Round[]
}

/** A step that names candidates: `who` is read again by `countInWords`, which knows their names. */
export const countStep = (
  key: string,
  who: readonly Candidate[],
  values: Record<string, string | number | bigint> = {},
): Step => step(key, { ...values, who: who.join(" "), count: who.length })

/** Met where a tie matters and nothing was declared that breaks it. */
export class OpenTie extends Error {
  readonly among: Candidate[]
  readonly seats: number
  constructor(among: Candidate[], seats: number) {
    super(`an open tie between ${among.join(", ")}`)
    this.among = among
    this.seats = seats
  }
}

/** The best of some equals by the declared rule. */
export const bestOf = (tied: readonly Candidate[], ties: Election["ties"], seats = 1): Candidate => {
  if (tied.length === 1) return tied[0]!
  if (!ties) throw new OpenTie([...tied], seats)
  return ties.find((candidate) => tied.includes(candidate))!
}

/** The one of some equals who gives way, by the declared rule. */
export const lastOf = (tied: readonly Candidate[], ties: Election["ties"], seats = 0): Candidate => {
  if (tied.length === 1) return tied[0]!
  if (!ties) throw new OpenTie([...tied], seats)
  return ties.findLast((candidate) => tied.includes(candidate))!
}

/** A whole number of units of 10^-places as a decimal: 1234500n with 5 places is "12.345". */
export const decimal = (value: bigint, places: number): string => {
  const sign = value < 0n ? "-" : ""
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, "0")
  const [whole, rest] = [digits.slice(0, digits.length - places), digits.slice(digits.length - places)]
  const shown = rest.replace(/0+$/, "")
  return sign + whole + (shown ? `.${shown}` : "")
}

/** Those who stand, in the order of the paper. */
export const standing = ({ candidates, withdrawn }: Pick<Election, "candidates" | "withdrawn">): Candidate[] =>
  candidates.map((_, candidate) => candidate).filter((candidate) => !withdrawn.includes(candidate))

/** The ballots without those who withdrew, equal ones put together. */
export const valid = ({ ballots, withdrawn }: Pick<Election, "ballots" | "withdrawn">): Ranked[] => {
  const gone = new Set(withdrawn)
  const same = new Map<string, { weight: bigint; ranks: Candidate[][] }>()
  for (const { weight, ranks } of ballots) {
    const left = ranks.map((rank) => rank.filter((candidate) => !gone.has(candidate))).filter((rank) => rank.length > 0)
    const key = left.map((rank) => rank.join("=")).join(">")
    const known = same.get(key)
    if (known) known.weight += weight
    else same.set(key, { weight, ranks: left })
  }
  return [...same.values()]
}

/** What each ballot says one after the other, up to the first rank that holds several: it is read no further. Empty ones are left out. */
export const orders = (election: Pick<Election, "ballots" | "withdrawn">): { weight: bigint; order: Candidate[] }[] =>
  valid(election)
    .map(({ weight, ranks }) => {
      const equal = ranks.findIndex((rank) => rank.length > 1)
      return { weight, order: (equal === -1 ? ranks : ranks.slice(0, equal)).map(([only]) => only!) }
    })
    .filter(({ order }) => order.length > 0)

/** Everybody's votes after a round, from whole units of so many places. */
export const standingOf = (
  state: ReadonlyMap<Candidate, State>,
  vote: (candidate: Candidate) => bigint,
  places: number,
): Standing[] =>
  [...state].map(([candidate, is]) => ({ candidate, votes: decimal(vote(candidate), places), state: is }))
