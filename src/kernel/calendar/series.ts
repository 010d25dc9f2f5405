import { RRuleTemporal } from "rrule-temporal"
import { z } from "zod"
import { DAYS } from "./zone.ts"

const date = z.iso.date()
const weekday = z.int().min(1).max(7)

/**
 * A series of meetings, as it is stored and sent: ISO dates, wall time and zone. Weekdays are 1 (Monday) to 7.
 * The wall time is kept across clock changes.
 */
export const seriesSchema = z.object({
  pattern: z.discriminatedUnion("every", [
    /** Every `step` weeks, counted from the week of the first day. */
    z.object({ every: z.literal("week"), step: z.int().min(1).max(52), weekdays: z.array(weekday).min(1).max(7) }),
    /** The first to fifth such weekday of each `step` months, or the last (-1). A month without a fifth is passed over. */
    z.object({
      every: z.literal("month_weekday"),
      step: z.int().min(1).max(24),
      nth: z.union([z.int().min(1).max(5), z.literal(-1)]),
      weekday,
    }),
    /** A day of each `step` months, or the last (-1). A month without that day is passed over. */
    z.object({
      every: z.literal("month_day"),
      step: z.int().min(1).max(24),
      day: z.union([z.int().min(1).max(31), z.literal(-1)]),
    }),
  ]),
  /** "08:15" */
  at: z.iso.time({ precision: -1 }),
  /** Length in minutes. */
  minutes: z
    .int()
    .min(1)
    .max(14 * 24 * 60),
  zone: z.string().refine(isZone),
  from: date,
  /** Last day on which one may start. */
  until: date.optional(),
  except: z
    .object({ dates: z.array(date).max(1000), months: z.array(z.int().min(1).max(12)).max(11) })
    .partial()
    .optional(),
})
export type Series = z.infer<typeof seriesSchema>

export type Occurrence = { start: Temporal.ZonedDateTime; end: Temporal.ZonedDateTime }

/** The meetings of the series that start from `from` to `to`, both days included. At most 5000. */
export function occurrences(series: Series, from: Temporal.PlainDate, to: Temporal.PlainDate): Occurrence[] {
  return days(series, from, to)
    .filter((day) => !excepted(series, day))
    .map((day) => occurrence(series, day))
}

/** The first meeting of the series on or after a day, within five years. */
export function nextOccurrence(series: Series, from: Temporal.PlainDate): Occurrence | undefined {
  return occurrences(series, from, from.add({ years: 5 }))[0]
}

/**
 * The series as one repeating calendar event: the first start, its RRULE, and the starts left out until `horizon`.
 * Months left out are written date by date, since Outlook does not read BYMONTH in a weekly rule; such a series then ends at the
 * horizon, and a feed, which is read again every hour, moves it on. Undefined if nothing is left of the series.
 */
export function recurrence(
  series: Series,
  horizon: Temporal.PlainDate,
): (Occurrence & { rule: string; except: Temporal.ZonedDateTime[] }) | undefined {
  const from = Temporal.PlainDate.from(series.from)
  const all = days(series, from, horizon)
  const first = all.findIndex((day) => !excepted(series, day))
  const firstDay = all[first]
  if (!firstDay) return undefined
  const endless = !series.until && !series.except?.months?.length
  const lastDay = earlier(series.until ? Temporal.PlainDate.from(series.until) : horizon, horizon)
  const until = endless ? "" : `;UNTIL=${utc(occurrence(series, lastDay).start)}`
  return {
    ...occurrence(series, firstDay),
    rule: `${rule(series)}${until}`,
    except: all
      .slice(first + 1)
      .filter((day) => excepted(series, day))
      .map((day) => occurrence(series, day).start),
  }
}

/** What words need to say a series: "chaque deuxième lundi, 8 h 15–9 h 15, sauf en juillet". Weekdays and months are numbers. */
export function described(series: Series) {
  const { pattern, at, minutes, except } = series
  return {
    every: pattern.every,
    step: pattern.step,
    weekdays:
      pattern.every === "week"
        ? pattern.weekdays.toSorted()
        : pattern.every === "month_weekday"
          ? [pattern.weekday]
          : [],
    nth: pattern.every === "month_weekday" ? pattern.nth : undefined,
    day: pattern.every === "month_day" ? pattern.day : undefined,
    starts: at.slice(0, 5),
    ends: Temporal.PlainTime.from(at).add({ minutes }).toString().slice(0, 5),
    from: series.from,
    until: series.until,
    except_dates: (except?.dates ?? []).toSorted(),
    except_months: (except?.months ?? []).toSorted((a, b) => a - b),
  }
}

// Days are counted without hours, in UTC: an hour that does not exist on the night of a clock change (2:30 becomes 3:30) would
// otherwise drop the meeting, as RFC 5545 has it.
function days(series: Series, from: Temporal.PlainDate, to: Temporal.PlainDate): Temporal.PlainDate[] {
  const last = series.until ? earlier(to, Temporal.PlainDate.from(series.until)) : to
  const first = firstDay(series)
  if (Temporal.PlainDate.compare(last, from) < 0 || Temporal.PlainDate.compare(last, first) < 0) return []
  const rules = new RRuleTemporal({ rruleString: `RRULE:${rule(series)}`, dtstart: midnight(first) })
  return rules
    .between(midnight(from), midnight(last), true)
    .slice(0, 5000)
    .map((day) => Temporal.PlainDate.from({ year: day.year, month: day.month, day: day.day }))
}

/** "Every second Monday from Wednesday the 2nd" begins on Monday the 7th: weeks are counted from the first day that fits. */
function firstDay({ pattern, from }: Series): Temporal.PlainDate {
  const day = Temporal.PlainDate.from(from)
  if (pattern.every !== "week") return day
  return (
    Array.from({ length: 7 }, (_, n) => day.add({ days: n })).find((d) => pattern.weekdays.includes(d.dayOfWeek)) ?? day
  )
}

function rule({ pattern }: Series): string {
  const interval = pattern.step > 1 ? `;INTERVAL=${pattern.step}` : ""
  switch (pattern.every) {
    case "week":
      return `FREQ=WEEKLY${interval};BYDAY=${pattern.weekdays.toSorted().map(code).join(",")};WKST=MO`
    case "month_weekday":
      return `FREQ=MONTHLY${interval};BYDAY=${pattern.nth}${code(pattern.weekday)}`
    case "month_day":
      return `FREQ=MONTHLY${interval};BYMONTHDAY=${pattern.day}`
  }
}

const excepted = ({ except }: Series, day: Temporal.PlainDate) =>
  !!except?.months?.includes(day.month) || !!except?.dates?.includes(day.toString())

function occurrence({ at, minutes, zone }: Series, day: Temporal.PlainDate): Occurrence {
  const start = day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(at) })
  return { start, end: start.add({ minutes }) }
}

const code = (weekday: number) => DAYS[weekday - 1] ?? "MO"
const midnight = (day: Temporal.PlainDate) => day.toZonedDateTime("UTC")
const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) < 0 ? a : b)
const utc = (at: Temporal.ZonedDateTime) => at.toInstant().toString({ smallestUnit: "second" }).replace(/[-:]/g, "")

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("fr", { timeZone: zone })
    return true
  } catch {
    return false
  }
}
