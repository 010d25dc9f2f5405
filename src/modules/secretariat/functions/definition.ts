import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { line } from "../../../kernel/input.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { capabilities, type Capability, reasons } from "../../mandates/contract.ts"

/** A function as it is typed: three forms of its name, what it may do, how many hold it and for how long. */
export const definition = z.object({
  name_f: line(120),
  name_m: line(120),
  name_n: line(120),
  capabilities: z.array(z.enum(capabilities)).default([]),
  reach: z.enum(["body", "below"]).default("body"),
  holders_min: z.int().min(0).max(1000).default(0),
  holders_max: z.int().min(1).max(10_000).nullish(),
  term_months: z.int().min(1).max(600).nullish(),
  consecutive_max: z.int().min(1).max(100).nullish(),
  excludes: z.array(z.string().max(100)).max(100).default([]),
  parity: z.boolean().default(false),
  second_factor: z.boolean().default(false),
})

export type Definition = z.output<typeof definition>

export const asDefinition = (it: Definition) => ({
  name_f: it.name_f,
  name_m: it.name_m,
  name_n: it.name_n,
  capabilities: [...new Set(it.capabilities)],
  reach: it.reach,
  holders_min: it.holders_min,
  holders_max: it.holders_max ?? null,
  term_months: it.term_months ?? null,
  consecutive_max: it.consecutive_max ?? null,
  excludes: it.excludes,
  parity: it.parity,
  second_factor: it.second_factor,
})

/** Nobody puts into a function a right they do not have in that body: it could be held the next day. */
export const mustHold = async (gained: readonly Capability[], bodyId: string, { actor, db, now }: Circumstances) => {
  if (gained.length === 0) return
  const own = await reasons({ personId: actor.personId!, bodyId, on: dayOf(now) }, db)
  if (!gained.every((one) => own.some(({ capability }) => capability === one))) refuse("functions.not_yours", {}, 403)
}
