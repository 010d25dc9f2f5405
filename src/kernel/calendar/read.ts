import ICAL from "ical.js"
import { instantOf, zoneNamed } from "./read-zone.ts"
import type { CalendarTime, Partstat } from "./write.ts"

/** What an invited person's calendar answered (iTIP REPLY, RFC 5546 §3.2.3). */
export type CalendarReply = {
  uid: string
  /** Of the invitation that was answered; an answer to an older one may still be worth keeping. */
  sequence: number
  /** Lower case, without "mailto:". */
  attendee: string
  partstat: Partstat
  comment: string | undefined
  /** Set when one meeting of a series was answered. */
  recurrence_id: Temporal.Instant | undefined
}

/** The answer in a calendar message, or undefined if it is anything else, junk included. */
export function readReply(text: string): CalendarReply | undefined {
  return calendarsIn(text)
    .filter((calendar) => textOf(calendar, "method").toUpperCase() === "REPLY")
    .flatMap((calendar) => calendar.getAllSubcomponents("vevent"))
    .map(replyIn)
    .find((reply) => reply !== undefined)
}

/** An event read from somebody else's calendar. */
export type ReadEvent = {
  uid: string
  sequence: number
  start: CalendarTime
  /** As in CalendarEvent: the end, or the last day included. */
  end: CalendarTime | undefined
  summary: string
  description: string
  location: string
  url: string
  status: string
  /** RRULE without its name, if it repeats. */
  rule: string | undefined
  /** Starts the rule leaves out. */
  except: CalendarTime[]
  /** This event replaces the occurrence of the same uid that was to start then. */
  recurrence_id: CalendarTime | undefined
}

/** The events of a calendar, and how many could not be read. Times without a zone are taken to be in `zone`. */
export function readEvents(text: string, zone = "Europe/Brussels"): { events: ReadEvent[]; unread: number } {
  const components = calendarsIn(text).flatMap((calendar) => calendar.getAllSubcomponents("vevent"))
  const events = components.map((event) => readEvent(event, zone)).filter((event) => event !== undefined)
  return { events, unread: components.length - events.length }
}

const PARTSTATS: readonly string[] = [
  "NEEDS-ACTION",
  "ACCEPTED",
  "DECLINED",
  "TENTATIVE",
  "DELEGATED",
] satisfies Partstat[]
const isPartstat = (text: string): text is Partstat => PARTSTATS.includes(text)

// 5 MB is ten times the largest calendar met; a mail may hold any amount of junk.
const MOST_CHARACTERS = 5_000_000

// Cut out one by one: what comes before and after is not iCalendar (a byte order mark, a signature), and a spoilt one costs no other.
function calendarsIn(text: string): ICAL.Component[] {
  if (text.length > MOST_CHARACTERS) return []
  return text
    .split(/(?=BEGIN:VCALENDAR)/i)
    .map((piece) => /^BEGIN:VCALENDAR[^]*?\nEND:VCALENDAR/i.exec(piece)?.[0])
    .map((whole) => whole && orNothing(() => new ICAL.Component(ICAL.parse(whole.replace(/\n[ \t\r]*(?=\n)/g, "")))))
    .filter((calendar) => calendar instanceof ICAL.Component)
}

function replyIn(event: ICAL.Component): CalendarReply | undefined {
  const uid = textOf(event, "uid")
  const attendee = event.getFirstProperty("attendee")
  const address = String(attendee?.getFirstValue() ?? "")
    .replace(/^mailto:/i, "")
    .trim()
    .toLowerCase()
  const partstat = String(attendee?.getFirstParameter("partstat") ?? "").toUpperCase()
  if (!uid || !address.includes("@") || !isPartstat(partstat)) return undefined
  const recurrence = event.getFirstProperty("recurrence-id")
  const recurrence_id = recurrence && orNothing(() => readTime(recurrence, "UTC"))
  return {
    uid,
    sequence: numberOf(event, "sequence"),
    attendee: address,
    partstat,
    comment: textOf(event, "comment").trim() || undefined,
    recurrence_id: recurrence_id instanceof Temporal.ZonedDateTime ? recurrence_id.toInstant() : undefined,
  }
}

function readEvent(event: ICAL.Component, zone: string): ReadEvent | undefined {
  return orNothing(() => {
    const started = event.getFirstProperty("dtstart")
    const start = started && readTime(started, zone)
    if (!start) return undefined
    const recurrence = event.getFirstProperty("recurrence-id")
    const rule = event.getFirstPropertyValue("rrule")
    return {
      uid: textOf(event, "uid"),
      sequence: numberOf(event, "sequence"),
      start,
      end: endOf(event, start, zone),
      summary: textOf(event, "summary"),
      description: textOf(event, "description"),
      location: textOf(event, "location"),
      url: textOf(event, "url"),
      status: textOf(event, "status").toUpperCase(),
      rule: rule ? String(rule) : undefined,
      except: event.getAllProperties("exdate").flatMap((property) => readTimes(property, zone)),
      recurrence_id: recurrence ? readTime(recurrence, zone) : undefined,
    }
  })
}

function endOf(event: ICAL.Component, start: CalendarTime, zone: string): CalendarTime | undefined {
  const ended = event.getFirstProperty("dtend")
  const end = ended && readTime(ended, zone)
  if (start instanceof Temporal.PlainDate) {
    if (!(end instanceof Temporal.PlainDate)) return start
    // Whole days end the morning after; some programs write the same day.
    const last = end.subtract({ days: 1 })
    return Temporal.PlainDate.compare(last, start) < 0 ? start : last
  }
  if (end) return end instanceof Temporal.PlainDate ? undefined : end
  const duration = event.getFirstPropertyValue("duration")
  return duration ? start.add({ seconds: (duration as ICAL.Duration).toSeconds() }) : undefined
}

const readTime = (property: ICAL.Property, zone: string): CalendarTime | undefined => readTimes(property, zone)[0]

function readTimes(property: ICAL.Property, zone: string): CalendarTime[] {
  const tzid = property.getFirstParameter("tzid")
  return property.getValues().flatMap((value): CalendarTime[] => {
    const time = value as ICAL.Time
    if (time.isDate)
      return [Temporal.PlainDate.from({ year: time.year, month: time.month, day: time.day }, { overflow: "reject" })]
    const { year, month, day, hour, minute, second } = time
    const local = Temporal.PlainDateTime.from({ year, month, day, hour, minute, second }, { overflow: "reject" })
    if (time.zone?.tzid === "UTC") return [local.toZonedDateTime("UTC")]
    const known = tzid ? zoneNamed(tzid) : zone
    if (known) return [local.toZonedDateTime(known)]
    return [instantOf(local, tzid ?? "", property.parent, zone).toZonedDateTimeISO(zone)]
  })
}

const textOf = (component: ICAL.Component, name: string) => {
  const value = component.getFirstPropertyValue(name)
  return value === null || value === undefined ? "" : String(value)
}

const numberOf = (component: ICAL.Component, name: string) => {
  const value = Number(textOf(component, name))
  return Number.isSafeInteger(value) && value >= 0 ? value : 0
}

// Files come from anybody: a part that cannot be understood is counted as unread, and the others are kept.
function orNothing<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
