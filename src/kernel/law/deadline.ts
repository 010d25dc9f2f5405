import { step, type Step } from "./explanation.ts"
import {
  type Country,
  holidayOn,
  isWorkableDay,
  isWorkingDay,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from "./holidays.ts"

/** From what the days are counted. France counts a convocation from its dispatch, Wallonia from its receipt (CDLD
 *  L1122-13 as construed by the minister, answer 138 of 20 February 2008): the same number is not the same date. */
export type CountBasis = "dispatch" | "receipt"

/**
 * A time to respect before an event. `clear`: whole calendar days strictly between (jours francs). `working`: only Monday to Friday
 * count (jours ouvrés), `workable`: Monday to Saturday (jours ouvrables), holidays never.
 */
export type NoticeRequest = {
  kind: "clear_days_before" | "days_before" | "working_days_before" | "workable_days_before"
  n: number
  event: Temporal.PlainDate
  country: Country
  count_basis: CountBasis
}

export type NoticeDeadline = {
  last_lawful: Temporal.PlainDate
  first_unlawful: Temporal.PlainDate
  /** Whole days strictly between `last_lawful` and the event. */
  clear_days: Temporal.PlainDate[]
  /** Those of `clear_days` that fall on a week-end or a holiday: they count all the same. */
  non_working_among: Temporal.PlainDate[]
  /** The date by the stricter reading. A text that says "days" and not "clear days" (CGCT L4132-18) leaves a doubt of
   *  one day: `last_lawful` is its letter, `prudent` is one day earlier. With clear days both are the same. */
  prudent: Temporal.PlainDate
  /** Last Monday to Friday that is no holiday, on or before `prudent`: the day to plan on. */
  safe_working_day: Temporal.PlainDate
  explanation: Step[]
}

export type DueRequest =
  | { kind: "days_after"; n: number; event: Temporal.PlainDate; country: Country }
  | { kind: "first_weekday_after"; weekday: Weekday; event: Temporal.PlainDate; country: Country }
  | { kind: "nth_weekday_after"; n: number; weekday: Weekday; event: Temporal.PlainDate; country: Country }
  | { kind: "months_after"; n: number; event: Temporal.PlainDate; country: Country; roll: Roll }
  | { kind: "years_after"; n: number; event: Temporal.PlainDate; country: Country }
  | { kind: "annual"; event_year: number; years: number; month: number; day: number; country: Country }

/** 1 is Monday, 7 is Sunday, as in Temporal. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Regulation 1182/71 art. 3(4): a period in months that ends on a Saturday, Sunday or holiday ends with the next
 *  working day. Only where the text says so: a time limit for keeping data ends on its day. */
export type Roll = "next_working_day" | "none"

export type DueDate = {
  due: Temporal.PlainDate
  /** The date before it was moved to a working day. */
  raw: Temporal.PlainDate
  /** The day falls on a week-end or a holiday and the text fixes it all the same: tell the person. */
  falls_on_non_working_day: boolean
  explanation: Step[]
}

/** What a rule in such a unit asks for before an event; null where it is no number of days. */
export const noticeKindOf = (unit: string): NoticeRequest["kind"] | null =>
  ["clear_days", "days", "working_days", "workable_days"].includes(unit)
    ? (`${unit}_before` as NoticeRequest["kind"])
    : null

/** The last day on which an act is still in time before an event. Holidays lengthen the time only where it is counted without them. */
export function noticeDeadline({ kind, n, event, country, count_basis }: NoticeRequest): NoticeDeadline {
  const clear = kind === "clear_days_before"
  if (kind === "working_days_before" || kind === "workable_days_before")
    return openDaysDeadline({ kind, n, event, country, count_basis })
  const last_lawful = event.subtract({ days: clear ? n + 1 : n })
  const prudent = clear ? last_lawful : last_lawful.subtract({ days: 1 })
  const safe_working_day = workingDayOnOrBefore(country, prudent)
  const clear_days = daysBetween(last_lawful, event)
  const non_working_among = clear_days.filter((day) => !isWorkingDay(country, day))
  const explanation = [
    step(clear ? "law.step.clear_days_before" : "law.step.days_before", { n, event }),
    step(count_basis === "receipt" ? "law.step.counted_from_receipt" : "law.step.counted_from_dispatch"),
    ...nonWorkingSteps(country, non_working_among),
    step("law.step.last_lawful", { date: last_lawful }),
    ...(clear ? [] : [step("law.step.prudent", { date: prudent })]),
    ...(safe_working_day.equals(prudent) ? [] : [step("law.step.safe_working_day", { date: safe_working_day })]),
  ]
  const first_unlawful = last_lawful.add({ days: 1 })
  return { last_lawful, first_unlawful, clear_days, non_working_among, prudent, safe_working_day, explanation }
}

/** Counted in days that are worked: those that are not are passed over, and the day of the event does not count. */
function openDaysDeadline({ kind, n, event, country, count_basis }: NoticeRequest): NoticeDeadline {
  const isCounted = kind === "working_days_before" ? isWorkingDay : isWorkableDay
  const back = (from: Temporal.PlainDate, days: number): Temporal.PlainDate => {
    let day = from
    for (let left = days; left > 0;) {
      day = day.subtract({ days: 1 })
      if (isCounted(country, day)) left--
    }
    return day
  }
  const last_lawful = back(event, n)
  const prudent = back(last_lawful, 1)
  const safe_working_day = workingDayOnOrBefore(country, prudent)
  const clear_days = daysBetween(last_lawful, event)
  const non_working_among = clear_days.filter((day) => !isCounted(country, day))
  const explanation = [
    step(`law.step.${kind}`, { n, event }),
    step(count_basis === "receipt" ? "law.step.counted_from_receipt" : "law.step.counted_from_dispatch"),
    ...(non_working_among.length > 0 ? [step("law.step.passed_over", { count: non_working_among.length })] : []),
    step("law.step.last_lawful", { date: last_lawful }),
    step("law.step.prudent", { date: prudent }),
    ...(safe_working_day.equals(prudent) ? [] : [step("law.step.safe_working_day", { date: safe_working_day })]),
  ]
  const first_unlawful = last_lawful.add({ days: 1 })
  return { last_lawful, first_unlawful, clear_days, non_working_among, prudent, safe_working_day, explanation }
}

/** The day on which something is due after an event. */
export function dueDate(request: DueRequest): DueDate {
  const raw = rawDueDate(request)
  const rolls = request.kind === "months_after" && request.roll === "next_working_day"
  const due = rolls ? workingDayOnOrAfter(request.country, raw) : raw
  const falls_on_non_working_day = !isWorkingDay(request.country, due)
  const explanation = [
    countStep(request),
    ...(due.equals(raw) ? [] : [step("law.step.moved_to_working_day", { from: raw })]),
    step("law.step.due", { date: due }),
    ...(falls_on_non_working_day ? [step("law.step.due_on_non_working_day", { date: due })] : []),
  ]
  return { due, raw, falls_on_non_working_day, explanation }
}

/** Hours run through week-ends, holidays and the change of clocks (GDPR art. 33: 72 hours are 72 hours). */
export function hoursAfter(
  n: number,
  event: Temporal.ZonedDateTime,
): { due: Temporal.ZonedDateTime; explanation: Step[] } {
  const due = event.add({ hours: n })
  return {
    due,
    explanation: [
      step("law.step.hours_after", { n, event: local(event) }),
      step("law.step.due_at", { date: local(due) }),
    ],
  }
}

/** Until when, so many hours before an event: nights, week-ends and holidays count. */
export function hoursBefore(
  n: number,
  event: Temporal.ZonedDateTime,
): { until: Temporal.ZonedDateTime; explanation: Step[] } {
  const until = event.subtract({ hours: n })
  return {
    until,
    explanation: [
      step("law.step.hours_before", { n, event: local(event) }),
      step("law.step.until_hour", { date: local(until) }),
    ],
  }
}

const local = (moment: Temporal.ZonedDateTime) => moment.toString({ timeZoneName: "never", smallestUnit: "minute" })

function rawDueDate(request: DueRequest): Temporal.PlainDate {
  if (request.kind === "days_after") return request.event.add({ days: request.n })
  if (request.kind === "first_weekday_after") return nthWeekdayAfter(request.event, 1, request.weekday)
  if (request.kind === "nth_weekday_after") return nthWeekdayAfter(request.event, request.n, request.weekday)
  // No 31 September, no 29 February: the last day of the month (regulation 1182/71 art. 3(2)(c)).
  if (request.kind === "months_after") return request.event.add({ months: request.n }, { overflow: "constrain" })
  if (request.kind === "years_after") return request.event.add({ years: request.n }, { overflow: "constrain" })
  const { event_year, years, month, day } = request
  return Temporal.PlainDate.from({ year: event_year + years, month, day })
}

function countStep(request: DueRequest): Step {
  if (request.kind === "annual") return step("law.step.annual", { year: request.event_year })
  const { event } = request
  if (request.kind === "first_weekday_after")
    return step("law.step.first_weekday_after", { weekday: request.weekday, event })
  if (request.kind === "nth_weekday_after")
    return step("law.step.nth_weekday_after", { n: request.n, weekday: request.weekday, event })
  if (request.kind === "days_after") return step("law.step.days_after", { n: request.n, event })
  if (request.kind === "months_after") return step("law.step.months_after", { n: request.n, event })
  return step("law.step.years_after", { n: request.n, event })
}

/** The n-th such weekday strictly after a date. */
export function nthWeekdayAfter(date: Temporal.PlainDate, n: number, weekday: Weekday): Temporal.PlainDate {
  const first = ((weekday - date.dayOfWeek + 6) % 7) + 1
  return date.add({ days: first + 7 * (n - 1) })
}

function daysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): Temporal.PlainDate[] {
  const count = Math.max(0, from.until(to, { largestUnit: "day" }).days - 1)
  return Array.from({ length: count }, (_, i) => from.add({ days: i + 1 }))
}

function nonWorkingSteps(country: Country, days: Temporal.PlainDate[]): Step[] {
  if (days.length === 0) return []
  const named = days.flatMap((date) => holidayOn(country, date) ?? [])
  return [
    step("law.step.non_working_days_count", { count: days.length }),
    ...named.map(({ date, key }) => step("law.step.holiday_counts", { date, holiday: key })),
  ]
}
