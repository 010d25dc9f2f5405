import type { Profile, ProfileOccasion } from "./profile.ts"

/** An occasion of the year that it is time to prepare: its window, and what makes it due. */
export type OpenOccasion = {
  occasion: ProfileOccasion
  from: Temporal.PlainDate
  /** Last day to hold the meeting. */
  to: Temporal.PlainDate
  /** The end of terms, the election or the congress that it prepares or follows; null for what the calendar brings back. */
  because_of: KnownDay | null
}

/** The day of an election or a congress; `is_month`: its month alone is known, and `day` is the first of it. */
export type KnownDay = { kind: string; day: Temporal.PlainDate; is_month?: boolean }

/**
 * The days of a body: those that were written down, and those that the law fixes. Once somebody has written the day of an
 * election of which the law says the month, the month is no more.
 */
export function knownDays(written: readonly KnownDay[], byLaw: Profile["elections"]): KnownDay[] {
  const law = byLaw.map(({ kind, day, is_month }) => ({
    kind,
    day: Temporal.PlainDate.from(day),
    ...(is_month && { is_month }),
  }))
  const isSaid = ({ kind, day }: KnownDay) =>
    written.some((one) => one.kind === kind && Math.abs(day.until(one.day, { largestUnit: "day" }).days) < 180)
  return [...written, ...law.filter((one) => !one.is_month || !isSaid(one))]
}

/**
 * What the year of a body proposes on a day, the most pressing first. `ends_of_terms` are of the
 * mandates in office, `days` those that the body, one above or the law has written down; without a day, nothing.
 */
export function occasionsOpen(
  year: readonly ProfileOccasion[],
  on: Temporal.PlainDate,
  known: { ends_of_terms: readonly Temporal.PlainDate[]; days: readonly KnownDay[] },
): OpenOccasion[] {
  return year
    .flatMap((occasion) => windowsOf(occasion, on, known).map((window) => ({ occasion, ...window })))
    .filter(({ from, to }) => isWithin(on, from, to))
    .toSorted((a, b) => Temporal.PlainDate.compare(a.to, b.to))
}

type Window = Omit<OpenOccasion, "occasion">

function windowsOf(
  { window }: ProfileOccasion,
  on: Temporal.PlainDate,
  { ends_of_terms, days }: Parameters<typeof occasionsOpen>[2],
): Window[] {
  if (window.kind === "before_end_of_terms")
    // Several mandates ending on one day are one election.
    return distinct(ends_of_terms).map((end) => ({
      from: end.subtract({ months: window.months }),
      to: end,
      because_of: { kind: "terms", day: end },
    }))
  if (window.kind === "before_day" || window.kind === "after_day")
    return distinctDays(days.filter(({ kind }) => kind === window.of)).map((because_of) => ({
      ...aroundDay(window, because_of),
      because_of,
    }))
  // November to March: in January, the window opened last year.
  const overNewYear = window.from > window.to
  const first = overNewYear && on.month <= window.to ? on.year - 1 : on.year
  return [
    {
      from: Temporal.PlainDate.from({ year: first, month: window.from, day: 1 }),
      to: Temporal.PlainDate.from({ year: overNewYear ? first + 1 : first, month: window.to, day: 31 }),
      because_of: null,
    },
  ]
}

/** Of a month that is all we know, what comes before counts from its first day, and what comes after from its last. */
function aroundDay(
  window: Extract<ProfileOccasion["window"], { kind: "before_day" | "after_day" }>,
  { day, is_month }: KnownDay,
): Pick<Window, "from" | "to"> {
  if (window.kind === "before_day")
    return { from: day.subtract({ months: window.from_months }), to: day.subtract({ months: window.to_months }) }
  const last = is_month ? day.with({ day: day.daysInMonth }) : day
  return { from: last, to: last.add({ months: window.to_months }) }
}

function isWithin(day: Temporal.PlainDate, from: Temporal.PlainDate, to: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(from, day) <= 0 && Temporal.PlainDate.compare(day, to) <= 0
}

function distinct(dates: readonly Temporal.PlainDate[]): Temporal.PlainDate[] {
  return [...new Map(dates.map((date) => [date.toString(), date])).values()]
}

function distinctDays(days: readonly KnownDay[]): KnownDay[] {
  return [...new Map(days.map((one) => [one.day.toString(), one])).values()]
}
