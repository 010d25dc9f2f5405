import { dayOf, instantOf } from "../../../kernel/clock.ts"
import { type CountBasis, hoursBefore, noticeDeadline, noticeKindOf } from "../../../kernel/law/deadline.ts"
import type { Step } from "../../../kernel/law/explanation.ts"
import { type Country, workingDayOnOrBefore } from "../../../kernel/law/holidays.ts"
import type { Rule } from "../../../kernel/law/rule.ts"
import type { DeadlineKind } from "./keys.ts"

/** The last day of something before a sitting, and the rule behind it. */
export type SittingDeadline = {
  kind: DeadlineKind
  rule: Rule
  /** Null in all four: the rule is known and nobody has said its value yet. */
  last_lawful: Temporal.PlainDate | null
  /** By the stricter reading: a day earlier where the text does not say clear days. */
  prudent: Temporal.PlainDate | null
  /** The working day to plan on. */
  safe_working_day: Temporal.PlainDate | null
  /** The instant from which it is too late: the end of the last lawful day where the assembly sits. */
  ends_at: Temporal.Instant | null
  /** Days until the last lawful one: 0 is today, below 0 it is past. */
  daysLeft: number | null
  late: boolean
  steps: Step[]
}

/** Counts back from a sitting. A rule in anything but days or hours counts nothing, and is shown as one that nobody has said. */
export const countBack = (
  kind: DeadlineKind,
  rule: Rule,
  { starts, zone, country }: { starts: Temporal.PlainDateTime; zone: string; country: Country },
  now: Temporal.Instant,
): SittingDeadline => {
  const today = dayOf(now, zone)
  if (typeof rule.value === "number" && rule.unit === "hours") {
    const { until, explanation } = hoursBefore(rule.value, starts.toZonedDateTime(zone))
    const last_lawful = until.toPlainDate()
    const prudent = last_lawful.subtract({ days: 1 })
    return {
      kind,
      rule,
      last_lawful,
      // Whoever counts in days is in time the day before.
      prudent,
      safe_working_day: workingDayOnOrBefore(country, prudent),
      ends_at: until.toInstant(),
      daysLeft: today.until(last_lawful, { largestUnit: "day" }).days,
      late: Temporal.Instant.compare(now, until.toInstant()) > 0,
      steps: explanation,
    }
  }
  const days = noticeKindOf(rule.unit)
  if (typeof rule.value !== "number" || !days) return { ...nobodySaid, kind, rule }
  const { last_lawful, prudent, safe_working_day, explanation } = noticeDeadline({
    kind: days,
    n: rule.value,
    event: starts.toPlainDate(),
    country,
    // What is lodged must have arrived: where a text is silent, receipt is the stricter count.
    count_basis: (rule.count_basis ?? "receipt") satisfies CountBasis,
  })
  const daysLeft = today.until(last_lawful, { largestUnit: "day" }).days
  return {
    kind,
    rule,
    last_lawful,
    prudent,
    safe_working_day,
    ends_at: instantOf(last_lawful.add({ days: 1 }).toPlainDateTime(), zone),
    daysLeft,
    late: daysLeft < 0,
    steps: explanation,
  }
}

const nobodySaid = {
  last_lawful: null,
  prudent: null,
  safe_working_day: null,
  ends_at: null,
  daysLeft: null,
  late: false,
  steps: [],
}
