import type { Receipt } from "./message.ts"

/** Minutes to wait after the first, second… failed attempt. The last two bring the whole to a little over two days. */
export const DELAYS_IN_MINUTES: readonly number[] = [1, 5, 15, 60, 4 * 60, 12 * 60, 12 * 60, 24 * 60]

/** What to do after an attempt: send again at a time, stop, or show it to a person. */
export type Next =
  | { act: "again"; at: Temporal.Instant }
  | { act: "done" }
  /** Refused for good, or put off for two days: the person has not received it, another way must be found. */
  | { act: "give_up" }
  /** May have been received: somebody decides whether to send it a second time. */
  | { act: "ask" }
  /** No relay is set: stays in the outbox. */
  | { act: "keep" }

/**
 * What follows a receipt. `attempts` counts this one: 1 after the first.
 * Only a letter that was surely not taken is sent again by itself, so that nobody gets it twice.
 */
export function next({ state, at }: Pick<Receipt, "state" | "at">, attempts: number): Next {
  if (state === "accepted") return { act: "done" }
  if (state === "refused") return { act: "give_up" }
  if (state === "unknown") return { act: "ask" }
  if (state === "kept") return { act: "keep" }
  const minutes = DELAYS_IN_MINUTES[attempts - 1]
  return minutes === undefined ? { act: "give_up" } : { act: "again", at: at.add({ minutes }) }
}
