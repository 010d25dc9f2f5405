/** The half-days of a week as people of a chapter live it: morning, afternoon and evening, Monday first. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
export const parts = ["m", "a", "e"] as const
export type Part = (typeof parts)[number]

/** "4e": Thursday evening. */
export const slots = weekdays.flatMap((day) => parts.map((part) => `${day}${part}`))

/** The slots a day touches: one when the part is told, else its three. */
export const slotsOf = (day: Temporal.PlainDate, part: Part | undefined): string[] =>
  (part ? [part] : parts).map((one) => `${day.dayOfWeek}${one}`)
