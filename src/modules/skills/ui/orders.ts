import type { Part } from "../slots.ts"
import type { Level } from "../tables.ts"

/** In the order in which they are shown. */
export const levels: readonly Level[] = ["some", "well", "teaches"]
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
export const parts: readonly Part[] = ["m", "a", "e"]
export const slots: readonly string[] = weekdays.flatMap((day) => parts.map((part) => `${day}${part}`))
