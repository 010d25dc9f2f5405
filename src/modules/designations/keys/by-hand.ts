import { divisorOf, type HighestAverage } from "../../../kernel/counting/apportionment.ts"
import { isQuota, type Stage } from "./share.ts"
import type { KeyMethod } from "./key.ts"

/** A seat that was given, and the division that gave it. */
export type Given = { nth: number; at: number; divisor: bigint }

/** The seats in the order they were given: the highest averages, the larger first. Compared crosswise, nothing is rounded. */
export const seatBySeat = ({ weights, result }: Stage, method: HighestAverage): Given[] =>
  result.seats
    .flatMap((seats, at) => Array.from({ length: seats }, (_, nth) => ({ at, divisor: divisorOf(method, nth) })))
    .toSorted((a, b) => {
      const by = BigInt(weights[b.at]!) * a.divisor - BigInt(weights[a.at]!) * b.divisor
      return by > 0n ? 1 : by < 0n ? -1 : a.at - b.at
    })
    .map((one, place) => ({ nth: place + 1, ...one }))

/** What a list has after its last seat: the average that did not suffice. */
export const nextDivisor = ({ result }: Stage, at: number, method: HighestAverage): bigint =>
  divisorOf(method, result.seats[at]!)

export type Quota = { at: number; whole: bigint; rest: bigint; total: bigint }

/** Whole part and remainder of each: weight × seats, divided by the sum of the weights. */
export const quotas = ({ weights, seats }: Stage): Quota[] => {
  const total = weights.reduce((sum, one) => sum + BigInt(one), 0n)
  return weights.map((weight, at) => {
    const share = BigInt(weight) * BigInt(seats)
    return { at, whole: total ? share / total : 0n, rest: total ? share % total : 0n, total }
  })
}

/** A quotient as a decimal of so many places, rounded half up: exact before that. "6.5", "5.296". */
export const decimal = (above: bigint, below: bigint, places = 3): string => {
  const scale = 10n ** BigInt(places)
  const rounded = (2n * above * scale + below) / (2n * below)
  const digits = String(rounded % scale)
    .padStart(places, "0")
    .replace(/0+$/, "")
  return digits ? `${rounded / scale}.${digits}` : String(rounded / scale)
}

export const isAverage = (method: KeyMethod): method is HighestAverage => !isQuota(method)
