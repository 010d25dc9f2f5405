/** Days are ISO text here: not every browser in use has Temporal yet. */
export type Span = { kind: "month" | "week"; from: string; to: string; around: string }

/** The whole weeks, Monday to Sunday, that a month touches; or the one week of a day. */
export const spanOf = (kind: Span["kind"], around: string): Span => {
  if (kind === "week") {
    const from = monday(around)
    return { kind, around, from, to: plus(from, 6) }
  }
  const first = `${around.slice(0, 7)}-01`
  return { kind, around, from: monday(first), to: plus(monday(plus(nextMonth(first), -1)), 6) }
}

/** The day that stands for the period before or after. */
export const moved = ({ kind, around }: Span, by: 1 | -1): string => {
  if (kind === "week") return plus(around, 7 * by)
  const first = `${around.slice(0, 7)}-01`
  return by === 1 ? nextMonth(first) : `${plus(first, -1).slice(0, 7)}-01`
}

/** Rows of seven days. */
export const weeksOf = ({ from, to }: Span): string[][] => {
  const weeks: string[][] = []
  for (let day = from; day <= to; day = plus(day, 7)) weeks.push([0, 1, 2, 3, 4, 5, 6].map((n) => plus(day, n)))
  return weeks
}

const nextMonth = (first: string) => `${plus(first, 31).slice(0, 7)}-01`
const monday = (day: string) => plus(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))
const plus = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
