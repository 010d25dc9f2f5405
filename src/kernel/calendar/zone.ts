import { line } from "./lines.ts"

/**
 * The VTIMEZONE of an IANA zone (RFC 5545 §3.6.5), right from the first instant given until the last year given, and beyond
 * it for as long as the rule of its last years holds. Written as yearly rules, because Outlook reads no RDATE there.
 */
export function timeZoneLines(zone: string, first: Temporal.Instant, lastYear: number): string {
  const key = `${zone} ${first.toZonedDateTimeISO(zone).year} ${lastYear}`
  const known = written.get(key)
  if (known) return known
  const lines = writeZone(
    zone,
    Temporal.PlainDate.from({ year: first.toZonedDateTimeISO(zone).year, month: 1, day: 1 }),
    lastYear,
  )
  if (written.size > 500) written.clear()
  written.set(key, lines)
  return lines
}

const written = new Map<string, string>()

/** A rule is believed to go on only if it held without a break for ten years more than was asked. */
const YEARS_TO_TRUST_A_RULE = 10

type Change = { local: Temporal.PlainDateTime; at: Temporal.Instant; from: string; to: string; forward: boolean }
/** Changes of consecutive years on the same weekday of the same month: one RRULE. `nth` holds the readings still possible. */
type Span = { changes: Change[]; nth: number[] }

function writeZone(zone: string, start: Temporal.PlainDate, lastYear: number): string {
  const horizon = lastYear + YEARS_TO_TRUST_A_RULE
  const changes = changesOf(zone, start.toZonedDateTime(zone), horizon)
  const body = changes.length
    ? spansOf(changes).map((span) => observance(zone, span, horizon))
    : [fixed(start.toZonedDateTime(zone))]
  return `${line("BEGIN", "VTIMEZONE")}${line("TZID", zone)}${body.join("")}${line("END", "VTIMEZONE")}`
}

function changesOf(zone: string, start: Temporal.ZonedDateTime, horizon: number): Change[] {
  const changes: Change[] = []
  // Two changes back, so that the first event has both the standard and the summer form behind it.
  let before = start.getTimeZoneTransition("previous") ?? start
  before = before.getTimeZoneTransition("previous") ?? before
  let next: Temporal.ZonedDateTime | null = before === start ? before.getTimeZoneTransition("next") : before
  for (; next && next.year <= horizon; next = next.getTimeZoneTransition("next")) {
    const old = next.subtract({ seconds: 1 })
    changes.push({
      at: next.toInstant(),
      // Onsets are told in the wall time in force just before them (§3.6.5, TZOFFSETFROM).
      local: old.toPlainDateTime().add({ seconds: 1 }),
      from: old.offset,
      to: next.offset,
      forward: next.offsetNanoseconds > old.offsetNanoseconds,
    })
  }
  return changes
}

function spansOf(changes: Change[]): Span[] {
  const spans: Span[] = []
  for (const change of changes) {
    const span = spans.find((candidate) => continues(candidate, change))
    const nth = readings(change.local)
    if (span) {
      span.changes.push(change)
      span.nth = span.nth.filter((n) => nth.includes(n))
    } else spans.push({ changes: [change], nth })
  }
  return spans
}

function continues({ changes, nth }: Span, { local, from, to }: Change): boolean {
  const last = changes.at(-1)
  return (
    last !== undefined &&
    last.local.year + 1 === local.year &&
    last.local.month === local.month &&
    last.local.dayOfWeek === local.dayOfWeek &&
    last.local.toPlainTime().equals(local.toPlainTime()) &&
    last.from === from &&
    last.to === to &&
    readings(local).some((n) => nth.includes(n))
  )
}

/** The 25th, a Sunday, may be read as the fourth or as the last Sunday; "last" is first tried. */
const readings = ({ day, daysInMonth }: Temporal.PlainDateTime): number[] =>
  day + 7 > daysInMonth ? [-1, Math.ceil(day / 7)] : [Math.ceil(day / 7)]

function observance(zone: string, { changes, nth }: Span, horizon: number): string {
  const first = changes[0] as Change
  const last = changes.at(-1) as Change
  const kind = first.forward ? "DAYLIGHT" : "STANDARD"
  const goesOn = last.local.year === horizon
  const until = goesOn ? "" : `;UNTIL=${compact(last.at.toZonedDateTimeISO("UTC").toPlainDateTime())}Z`
  const day = `${nth[0]}${DAYS[first.local.dayOfWeek - 1]}`
  return [
    line("BEGIN", kind),
    line("TZNAME", shortName(zone, first.at)),
    line("DTSTART", compact(first.local)),
    line("TZOFFSETFROM", offset(first.from)),
    line("TZOFFSETTO", offset(first.to)),
    changes.length > 1 ? line("RRULE", `FREQ=YEARLY;BYMONTH=${first.local.month};BYDAY=${day}${until}`) : "",
    line("END", kind),
  ].join("")
}

const fixed = (at: Temporal.ZonedDateTime): string =>
  [
    line("BEGIN", "STANDARD"),
    line("TZNAME", shortName(at.timeZoneId, at.toInstant())),
    line("DTSTART", "19700101T000000"),
    line("TZOFFSETFROM", offset(at.offset)),
    line("TZOFFSETTO", offset(at.offset)),
    line("END", "STANDARD"),
  ].join("")

export const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const

/** 20261025T030000 */
export const compact = (local: Temporal.PlainDateTime): string =>
  local.toString({ smallestUnit: "second" }).replace(/[-:]/g, "")

const offset = (offset: string) => offset.replace(/:/g, "")

// British English is the one that says CET and CEST; the others say GMT+1.
const shortName = (zone: string, at: Temporal.Instant) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeZoneName: "short" })
    .formatToParts(at.epochMilliseconds)
    .find(({ type }) => type === "timeZoneName")?.value ?? zone
