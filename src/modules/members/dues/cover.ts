/** What one year is to somebody: paid (or freed of), and until when dues were paid before this year was. */
export type YearOfDues = { year: number; covered: boolean; paid_before: Temporal.PlainDate | null }

export const lastDayOf = (year: number) => Temporal.PlainDate.from({ year, month: 12, day: 31 })

/** A free amount is covered by any payment; one with a figure, by that figure; whoever is freed of it owes nothing. */
export const isCovered = ({ cents, freed }: { cents: bigint | null; freed: string | null }, paid: bigint): boolean =>
  freed !== null || (cents === null ? paid > 0n : paid >= cents)

/**
 * Until when dues are paid, after a year was paid or a payment cancelled: the end of the last covered year, or the day that was
 * written before any of these years. A day that somebody typed since is not ours to change: it stays, unless a paid year is later.
 */
export const duesUntil = (
  current: Temporal.PlainDate | null,
  years: readonly YearOfDues[],
): Temporal.PlainDate | null => {
  const ours = (day: Temporal.PlainDate) => years.some(({ year }) => day.equals(lastDayOf(year)))
  const covered = years.filter((one) => one.covered).map(({ year }) => lastDayOf(year))
  const before = years.flatMap(({ paid_before }) => (paid_before && !ours(paid_before) ? [paid_before] : []))
  const typed = current && !ours(current) ? [current] : []
  return latest([...covered, ...before, ...typed])
}

const latest = (days: Temporal.PlainDate[]): Temporal.PlainDate | null =>
  days.reduce<Temporal.PlainDate | null>(
    (last, day) => (last && Temporal.PlainDate.compare(last, day) >= 0 ? last : day),
    null,
  )

export type Standing = "up_to_date" | "soon" | "late" | "never"

/** Days before the end of what is paid in which a member is asked to renew. */
export const RENEW_DAYS = 60

/** Where a member stands on a day. */
export const standingOn = (until: Temporal.PlainDate | null, on: Temporal.PlainDate): Standing => {
  if (!until) return "never"
  if (Temporal.PlainDate.compare(until, on) < 0) return "late"
  return on.until(until).days <= RENEW_DAYS ? "soon" : "up_to_date"
}
