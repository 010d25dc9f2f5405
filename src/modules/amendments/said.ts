import { z } from "zod"
import { text } from "../../kernel/input.ts"
import { invalid, refuse } from "../../kernel/refusal.ts"
import { effects } from "./kinds.ts"
import { inOrder, type Operation } from "../../kernel/amending/operation.ts"
import type { Ground } from "./ground.ts"

const put = z.array(z.string().trim().min(1).max(200_000)).max(500)

/** What an amendment does, on the version that was on the screen. */
export const operationsSaid = {
  version: z.int().min(1),
  operations: z
    .array(z.strictObject({ from: z.int().min(0), to: z.int().min(0), put }))
    .min(1)
    .max(200),
}
type Said = { version: number; operations: { from: number; to: number; put: string[] }[] }

export const effectSaid = {
  effect: z.enum(effects).default("none"),
  /** Cents, as decimal text or a number. */
  amountCents: z.coerce
    .bigint()
    .min(0n)
    .max(10n ** 15n)
    .nullish(),
}

/** Said of ours only: why, and what pays for it. */
export const reasonsSaid = { grounds: text(8000).nullish(), balance: text(8000).nullish() }

/**
 * The operations, with what stood where they strike. Refuses when the base was replaced while they were written: what was
 * typed is still on the screen.
 */
export const mustFit = ({ version, paragraphs: all, amends }: Ground, said: Said): Operation[] => {
  if (version === 0) refuse("bases.not_adopted")
  if (said.version !== version)
    refuse(amends ? "amendments.amended_meanwhile" : "amendments.base_replaced", amends ? {} : { version })
  const operations = said.operations.map((one, index): Operation => {
    const isWithin = one.from <= one.to && one.to <= all.length
    const isSomething = one.from < one.to || one.put.length > 0
    if (!isWithin || !isSomething) invalid(["operations", index], "invalid_value")
    return { ...one, was: all.slice(one.from, one.to).map(({ text: words }) => words) }
  })
  for (const { was, put: texts } of operations)
    if (was.length === texts.length && was.every((words, place) => words === texts[place]))
      refuse("amendments.nothing_changed")
  return inOrder(operations) ?? refuse("amendments.twice")
}
