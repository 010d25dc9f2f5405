import { z } from "zod"
import { line } from "../../../kernel/input.ts"
import { invalid } from "../../../kernel/refusal.ts"

/** How seats are shared. `cpas` is the rule of three of the Walloon CPAS: whole parts, then the largest decimals. */
export const keyMethods = ["dhondt", "sainte_lague", "imperiali", "hare", "cpas"] as const
export type KeyMethod = (typeof keyMethods)[number]

export const keySaid = z.object({
  method: z.enum(keyMethods),
  lines: z
    .array(
      z.object({
        name: line(120),
        /** Seats, votes, members: whatever the key counts. */
        weight: z.int().min(0).max(1_000_000_000),
        /** Lists of one name here count together first, then share what they have (apparentement). */
        together: line(120).nullable().default(null),
      }),
    )
    .min(1)
    .max(60),
  /** Which line is ours, from 0; of a key between our own components, none. */
  ours: z.int().min(0).max(59).nullable().default(null),
  /** Between equals for the last seat: open until somebody decides, or the one with more. */
  equal: z.enum(["open", "most"]).default("open"),
  /** What the weights are, and where they come from. */
  basis: line(300).nullable().default(null),
})

export type Key = z.output<typeof keySaid>

/** Equals between whom somebody decided. `stage`: the name of those who count together, "" for the first sharing. Places from 0 of that stage. */
export type Settled = {
  stage: string
  among: number[]
  seats: number
  first: number[]
  how: "rule" | "lot"
  words: string
}

/** The key, once it fits together. */
export const fitting = (key: Key, of: "groups" | "components"): Key => {
  const { lines, method } = key
  const folded = lines.map(({ name }) => name.toLocaleLowerCase("fr"))
  const twice = folded.findIndex((name, at) => folded.indexOf(name) < at)
  if (twice >= 0) invalid(["lines", twice, "name"], "designations.same_name")
  if (lines.every(({ weight }) => weight === 0)) invalid(["lines", 0, "weight"], "designations.no_weight")
  if (of === "components") return { ...key, ours: null, lines: lines.map((one) => ({ ...one, together: null })) }
  if (key.ours === null || key.ours >= lines.length) invalid(["ours"], "designations.ours_missing")
  return method === "cpas" ? { ...key, lines: lines.map((one) => ({ ...one, together: null })) } : key
}
