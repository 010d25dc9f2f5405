import { line, quoted, text } from "./lines.ts"
import { compact, timeZoneLines } from "./zone.ts"

/** A person as a calendar knows them. */
export type CalendarPerson = { name?: string; address: string }
export type Partstat = "NEEDS-ACTION" | "ACCEPTED" | "DECLINED" | "TENTATIVE" | "DELEGATED"
export type CalendarAttendee = CalendarPerson & {
  /** Default NEEDS-ACTION. */
  partstat?: Partstat
  /** Ask for an answer; default true. */
  rsvp?: boolean
  /** Default REQ-PARTICIPANT. */
  role?: "CHAIR" | "REQ-PARTICIPANT" | "OPT-PARTICIPANT" | "NON-PARTICIPANT"
}

/** A time with its zone, or a whole day. */
export type CalendarTime = Temporal.ZonedDateTime | Temporal.PlainDate

export type CalendarEvent = {
  /** The same for the whole life of the event: a client updates what it holds by it. */
  uid: string
  /** Raised by one at each change of date, place or cancellation (RFC 5546 §2.1.4); default 0. */
  sequence?: number
  /** When this version was written (DTSTAMP). */
  stamp: Temporal.Instant
  start: CalendarTime
  /** End of a timed event, or last day, included, of an event of whole days. Default: the day of `start`, or no length. */
  end?: CalendarTime
  summary: string
  description?: string
  location?: string
  url?: string
  status?: "CONFIRMED" | "TENTATIVE" | "CANCELLED"
  organizer?: CalendarPerson
  attendees?: CalendarAttendee[]
  /** RRULE without its name, and the starts it leaves out. */
  recurrence?: { rule: string; except?: CalendarTime[] }
  /** This event replaces the occurrence of the same uid that was to start then. */
  recurrence_id?: CalendarTime
  /** With CANCEL: these attendees are no longer invited, and the event stands for the others. */
  uninvites?: boolean
  /** Shows a reminder so many minutes before. */
  alarm_minutes?: number
  /** Does not make the person busy. */
  free?: boolean
}

/**
 * An iCalendar object (RFC 5545), ready to be sent or served: CRLF, folded, with a VTIMEZONE for each zone used.
 * With `method` it is an iTIP message (RFC 5546): then give one event only, Outlook offers its buttons for no more.
 */
export function writeCalendar(calendar: {
  method?: "REQUEST" | "CANCEL" | "PUBLISH"
  name?: string
  events: CalendarEvent[]
}): string {
  const { method, name, events } = calendar
  return [
    line("BEGIN", "VCALENDAR"),
    line("VERSION", "2.0"),
    line("PRODID", "-//Permanence//Permanence//FR"),
    line("CALSCALE", "GREGORIAN"),
    method ? line("METHOD", method) : "",
    // NAME is the standard (RFC 7986); Apple, Google and Outlook read X-WR-CALNAME.
    name ? line("NAME", text(name)) + line("X-WR-CALNAME", text(name)) : "",
    // A feed is asked for again every hour by the clients that obey; RFC 7986 and Outlook's form of it.
    name ? line("REFRESH-INTERVAL", "PT1H", { VALUE: "DURATION" }) + line("X-PUBLISHED-TTL", "PT1H") : "",
    ...zonesOf(events),
    ...events.map((event) => eventLines(event, method)),
    line("END", "VCALENDAR"),
  ].join("")
}

function eventLines(event: CalendarEvent, method: string | undefined): string {
  // RFC 5546 §3.2.5: a STATUS there would call the event off for everyone who keeps the same calendar.
  const status = event.uninvites ? undefined : method === "CANCEL" ? "CANCELLED" : event.status
  return [
    line("BEGIN", "VEVENT"),
    line("UID", text(event.uid)),
    line("SEQUENCE", String(event.sequence ?? 0)),
    line("DTSTAMP", utc(event.stamp)),
    event.recurrence_id ? time("RECURRENCE-ID", event.recurrence_id) : "",
    time("DTSTART", event.start),
    ending(event),
    line("SUMMARY", text(event.summary)),
    event.description ? line("DESCRIPTION", text(event.description)) : "",
    event.location ? line("LOCATION", text(event.location)) : "",
    event.url ? line("URL", event.url.replace(/\s/g, "%20")) : "",
    status ? line("STATUS", status) : "",
    line("TRANSP", event.free ? "TRANSPARENT" : "OPAQUE"),
    event.organizer ? line("ORGANIZER", mailto(event.organizer), { CN: commonName(event.organizer) }) : "",
    ...(event.attendees ?? []).map(attendee),
    event.recurrence ? line("RRULE", event.recurrence.rule) : "",
    ...(event.recurrence?.except ?? []).map((excepted) => time("EXDATE", excepted)),
    alarm(event),
    line("END", "VEVENT"),
  ].join("")
}

function ending({ start, end }: CalendarEvent): string {
  if (!(start instanceof Temporal.PlainDate)) return end ? time("DTEND", end) : ""
  // DTEND is the first moment after (§3.6.1): a client shows one day too few if the last day is written there.
  const lastDay = end === undefined ? start : end instanceof Temporal.PlainDate ? end : end.toPlainDate()
  return time("DTEND", lastDay.add({ days: 1 }))
}

const attendee = (person: CalendarAttendee) =>
  line("ATTENDEE", mailto(person), {
    CUTYPE: "INDIVIDUAL",
    ROLE: person.role ?? "REQ-PARTICIPANT",
    PARTSTAT: person.partstat ?? "NEEDS-ACTION",
    RSVP: person.rsvp === false ? "FALSE" : "TRUE",
    CN: commonName(person),
  })

const alarm = ({ alarm_minutes, summary }: CalendarEvent) =>
  alarm_minutes === undefined
    ? ""
    : [
        line("BEGIN", "VALARM"),
        line("ACTION", "DISPLAY"),
        line("DESCRIPTION", text(summary)),
        line("TRIGGER", `-PT${Math.max(0, Math.round(alarm_minutes))}M`),
        line("END", "VALARM"),
      ].join("")

const mailto = ({ address }: CalendarPerson) => `mailto:${address.replace(/\s/g, "")}`
// Outlook shows nothing for a person without CN, so the address stands in.
const commonName = ({ name, address }: CalendarPerson) => quoted(name?.trim() || address)

function time(name: string, at: CalendarTime): string {
  if (at instanceof Temporal.PlainDate) return line(name, at.toString().replace(/-/g, ""), { VALUE: "DATE" })
  if (isUtc(at.timeZoneId)) return line(name, utc(at.toInstant()))
  return line(name, compact(at.toPlainDateTime()), { TZID: at.timeZoneId })
}

const utc = (at: Temporal.Instant) => `${compact(at.toZonedDateTimeISO("UTC").toPlainDateTime())}Z`
const isUtc = (zone: string) => zone === "UTC" || zone === "Etc/UTC"

function zonesOf(events: CalendarEvent[]): string[] {
  const spans = new Map<string, { first: Temporal.Instant; lastYear: number }>()
  for (const event of events) {
    for (const at of [event.start, event.end, event.recurrence_id, ...(event.recurrence?.except ?? [])]) {
      if (at === undefined || at instanceof Temporal.PlainDate || isUtc(at.timeZoneId)) continue
      const first = at.toInstant()
      // An open rule is expanded by clients for years: the zone is checked that far.
      const lastYear = at.year + (event.recurrence ? 20 : 1)
      const known = spans.get(at.timeZoneId)
      if (!known) spans.set(at.timeZoneId, { first, lastYear })
      else {
        if (Temporal.Instant.compare(first, known.first) < 0) known.first = first
        known.lastYear = Math.max(known.lastYear, lastYear)
      }
    }
  }
  return [...spans].map(([zone, { first, lastYear }]) => timeZoneLines(zone, first, lastYear))
}
