import { z } from "zod"

/** Exact: two thirds is `[2, 3]`, never 0.667, which would refuse 2 votes of 3. */
export const fractionSchema = z
  .tuple([z.int().min(0), z.int().min(1)])
  .refine(([part, whole]) => part <= whole, "a fraction of a whole is at most one")

export type Fraction = z.infer<typeof fractionSchema>

/** The smallest whole number that is at least (or, `strictly`, more than) this fraction of a whole. */
export function smallestReaching(whole: bigint, [part, parts]: Fraction, strictly: boolean): bigint {
  const product = whole * BigInt(part)
  const divisor = BigInt(parts)
  return strictly ? product / divisor + 1n : (product + divisor - 1n) / divisor
}
