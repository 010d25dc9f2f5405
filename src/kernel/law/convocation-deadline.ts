import { type CountBasis, noticeDeadline } from "./deadline.ts"
import { step, type Step } from "./explanation.ts"
import { type Country, workingDayOnOrBefore } from "./holidays.ts"
import type { Rule } from "./rule.ts"

/** What a notice needs of its rule: a record of a profile or a row of the database alike. */
export type Notice = { key: string; unit: string; value: unknown; count_basis: string | null }

export type ConvocationDeadline<R extends Notice = Rule> = {
  rule: R
  count_basis: CountBasis
  /** By the letter of the rule: last day of dispatch, or of receipt (`count_basis`). */
  last_lawful: Temporal.PlainDate
  /** By the stricter reading; differs from `last_lawful` only when the rule says "days" and not "clear days". */
  prudent: Temporal.PlainDate
  /** The working day to plan on. */
  safe_working_day: Temporal.PlainDate
  /** E-mail arrives the day it leaves, on any day of the week. */
  last_day_to_send_by_mail: Temporal.PlainDate
  /** Letters are posted on working days; where receipt counts, `postalDays` working days before. */
  last_day_to_send_by_post: Temporal.PlainDate
  /** It can no longer be sent lawfully, not even by e-mail. */
  late: boolean
  late_by_post: boolean
  /** Days until `last_lawful`; 0 is the last day, below 0 it is past. */
  days_left: number
  explanation: Step[]
}

/**
 * Until when a convocation may leave. `rule` is a notice in days or clear days.
 * Answers null when the rule holds no number: nobody has said yet, and the screen asks instead of inventing.
 * `postalDays` is a guess of ours (3 in LAW's defaults, unsourced): the body sets its own.
 */
export function convocationDeadline<R extends Notice>({
  rule,
  meetingOn,
  country,
  now,
  postalDays = 3,
}: {
  rule: R
  meetingOn: Temporal.PlainDate
  country: Country
  now: Temporal.PlainDate
  postalDays?: number
}): ConvocationDeadline<R> | null {
  if (rule.value === null) return null
  const kind = rule.unit === "clear_days" ? "clear_days_before" : rule.unit === "days" ? "days_before" : null
  if (kind === null || typeof rule.value !== "number") throw new TypeError(`${rule.key} is not a notice in days`)
  // Where a text is silent, receipt is the stricter count: it protects the member convened.
  const count_basis: CountBasis = rule.count_basis === "dispatch" ? "dispatch" : "receipt"
  const notice = noticeDeadline({ kind, n: rule.value, event: meetingOn, country, count_basis })
  const { last_lawful, prudent, safe_working_day } = notice
  const last_day_to_send_by_post =
    count_basis === "dispatch"
      ? workingDayOnOrBefore(country, last_lawful)
      : workingDaysBefore(country, last_lawful, postalDays)
  return {
    rule,
    count_basis,
    last_lawful,
    prudent,
    safe_working_day,
    last_day_to_send_by_mail: last_lawful,
    last_day_to_send_by_post,
    late: Temporal.PlainDate.compare(now, last_lawful) > 0,
    late_by_post: Temporal.PlainDate.compare(now, last_day_to_send_by_post) > 0,
    days_left: now.until(last_lawful, { largestUnit: "day" }).days,
    explanation: [...notice.explanation, postStep(count_basis, last_day_to_send_by_post, postalDays)],
  }
}

function postStep(count_basis: CountBasis, date: Temporal.PlainDate, days: number): Step {
  return count_basis === "dispatch"
    ? step("law.step.post_by_postmark", { date })
    : step("law.step.post_by_receipt", { date, days })
}

/** Delivered on a working day, after so many working days in the post. */
function workingDaysBefore(country: Country, date: Temporal.PlainDate, count: number): Temporal.PlainDate {
  const day = workingDayOnOrBefore(country, date)
  return count === 0 ? day : workingDaysBefore(country, day.subtract({ days: 1 }), count - 1)
}
