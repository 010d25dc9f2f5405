/** Where a matter stands is told again at least each quarter: older, nobody dares to quote it. */
export const DAYS_FRESH = 90

export const missing = ["lead", "theme", "standing", "standing_old", "next", "next_past"] as const
export type MissingOfMatter = (typeof missing)[number]

/** What a matter that is open lacks to be picked up by anybody; nothing is asked of one that is closed. */
export const missingOf = (
  matter: {
    lead_id: string | null
    theme_id: string | null
    standing: string
    standing_on: Temporal.PlainDate | null
    next_step: string
    next_on: Temporal.PlainDate | null
    closed_on: Temporal.PlainDate | null
  },
  today: Temporal.PlainDate,
): MissingOfMatter[] => {
  if (matter.closed_on) return []
  const isBefore = (day: Temporal.PlainDate | null, other: Temporal.PlainDate) =>
    day !== null && Temporal.PlainDate.compare(day, other) < 0
  const lacks: Record<MissingOfMatter, boolean> = {
    lead: !matter.lead_id,
    theme: !matter.theme_id,
    standing: !matter.standing,
    // Written before its day was kept: as good as old.
    standing_old:
      matter.standing !== "" &&
      (matter.standing_on === null || isBefore(matter.standing_on, today.subtract({ days: DAYS_FRESH }))),
    next: !matter.next_step,
    next_past: matter.next_step !== "" && isBefore(matter.next_on, today),
  }
  return missing.filter((one) => lacks[one])
}
