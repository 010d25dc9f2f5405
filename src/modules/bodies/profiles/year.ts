import type { ProfileOccasion } from "./profile.ts"

/** An occasion of the year that it is time to prepare: its window, and what makes it due. */
export type OpenOccasion = {
  occasion: ProfileOccasion
  from: Temporal.PlainDate
  /** Last day to hold the meeting. */
  to: Temporal.PlainDate
  /** The end of terms or the election that it prepares; null for what the calendar brings back. */
  because_of: Temporal.PlainDate | null
}

/** The day of an election, and of which assembly. */
export type Election = { kind: string; day: Temporal.PlainDate }

/**
 * What the year of a body proposes on a day, the most pressing first. `ends_of_terms` are of the
 * mandates in office, `elections` the days that the body, one above or the law has written down; without a day, nothing.
 */
export function occasionsOpen(
  year: readonly ProfileOccasion[],
  on: Temporal.PlainDate,
  known: { ends_of_terms: readonly Temporal.PlainDate[]; elections: readonly Election[] },
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
  { ends_of_terms, elections }: Parameters<typeof occasionsOpen>[2],
): Window[] {
  if (window.kind === "before_end_of_terms")
    // Several mandates ending on one day are one election.
    return distinct(ends_of_terms).map((end) => ({
      from: end.subtract({ months: window.months }),
      to: end,
      because_of: end,
    }))
  if (window.kind === "before_election")
    return distinct(elections.filter(({ kind }) => kind === window.of).map(({ day }) => day)).map((election) => ({
      from: election.subtract({ months: window.from_months }),
      to: election.subtract({ months: window.to_months }),
      because_of: election,
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

function isWithin(day: Temporal.PlainDate, from: Temporal.PlainDate, to: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(from, day) <= 0 && Temporal.PlainDate.compare(day, to) <= 0
}

function distinct(dates: readonly Temporal.PlainDate[]): Temporal.PlainDate[] {
  return [...new Map(dates.map((date) => [date.toString(), date])).values()]
}
