import assert from "node:assert/strict"
import { describe, it } from "node:test"
import fc from "fast-check"
import ICAL from "ical.js"
import { type CalendarEvent, writeCalendar } from "./write.ts"

const stamp = Temporal.Instant.from("2026-01-05T08:00:00Z")
const at = (text: string) => Temporal.ZonedDateTime.from(text)
const assembly: CalendarEvent = {
  uid: "meeting-1@lisle.example",
  sequence: 2,
  stamp,
  start: at("2026-03-20T19:00[Europe/Brussels]"),
  end: at("2026-03-20T21:30[Europe/Brussels]"),
  summary: "Assemblée générale",
}

const parsed = (written: string) => new ICAL.Component(ICAL.parse(written))
const eventsOf = (written: string) => parsed(written).getAllSubcomponents("vevent")

/** Reads a time with the VTIMEZONE of the file and nothing else, as a client that knows no zone does. */
function readAlone(written: string, property = "dtstart", index = 0): Temporal.Instant {
  const root = parsed(written)
  const time = root.getAllSubcomponents("vevent")[index]?.getFirstProperty(property)
  const tzid = time?.getFirstParameter("tzid")
  const definition = root.getAllSubcomponents("vtimezone").find((zone) => zone.getFirstPropertyValue("tzid") === tzid)
  const value = time?.getFirstValue() as ICAL.Time
  value.zone = new ICAL.Timezone({ component: definition as ICAL.Component, tzid: tzid as string })
  return Temporal.Instant.fromEpochMilliseconds(value.toUnixTime() * 1000)
}

describe("writeCalendar", () => {
  it("writes an invitation that ical.js reads back", () => {
    const written = writeCalendar({
      method: "REQUEST",
      events: [
        {
          ...assembly,
          description: "1. Rapport\n2. Comptes; budget, dons\\legs",
          location: "Salle « Voltaire », 12 rue Haute",
          url: "https://lisle.example/m/1?a=1;b=2",
          status: "CONFIRMED",
          organizer: { name: "Section de Lisle: secrétariat", address: "reply+abc@lisle.example" },
          attendees: [{ name: 'Amina "Mina" Zérhouni; dite ^n', address: "amina@lisle.example" }],
          alarm_minutes: 60,
        },
      ],
    })
    const [event] = eventsOf(written)
    const value = (name: string) => String(event?.getFirstPropertyValue(name))
    assert.equal(parsed(written).getFirstPropertyValue("method"), "REQUEST")
    assert.equal(value("uid"), "meeting-1@lisle.example")
    assert.equal(value("sequence"), "2")
    assert.equal(value("dtstamp"), "2026-01-05T08:00:00Z")
    assert.equal(value("summary"), "Assemblée générale")
    assert.equal(value("description"), "1. Rapport\n2. Comptes; budget, dons\\legs")
    assert.equal(value("location"), "Salle « Voltaire », 12 rue Haute")
    assert.equal(value("url"), "https://lisle.example/m/1?a=1;b=2")
    assert.equal(value("organizer"), "mailto:reply+abc@lisle.example")
    const attendee = event?.getFirstProperty("attendee")
    assert.equal(attendee?.getFirstValue(), "mailto:amina@lisle.example")
    assert.deepEqual(
      ["partstat", "rsvp", "role"].map((name) => attendee?.getFirstParameter(name)),
      ["NEEDS-ACTION", "TRUE", "REQ-PARTICIPANT"],
    )
    assert.match(written.replace(/\r\n /g, ""), /CN="Amina 'Mina' Zérhouni; dite \^\^n"/)
    assert.equal(String(event?.getFirstSubcomponent("valarm")?.getFirstPropertyValue("trigger")), "-PT60M")
  })

  it("cancels with the status that goes with it", () => {
    const written = writeCalendar({ method: "CANCEL", events: [{ ...assembly, status: "CONFIRMED" }] })
    assert.match(written, /METHOD:CANCEL\r\n/)
    assert.equal(eventsOf(written)[0]?.getFirstPropertyValue("status"), "CANCELLED")
  })

  it("ends a day the morning after, so that clients show that day", () => {
    const day = {
      ...assembly,
      start: Temporal.PlainDate.from("2026-05-01"),
      end: Temporal.PlainDate.from("2026-05-03"),
    }
    const written = writeCalendar({ events: [day, { ...day, end: undefined }] })
    assert.match(written, /DTSTART;VALUE=DATE:20260501\r\nDTEND;VALUE=DATE:20260504/)
    assert.match(written, /DTSTART;VALUE=DATE:20260501\r\nDTEND;VALUE=DATE:20260502/)
    assert.doesNotMatch(written, /VTIMEZONE/)
  })

  it("needs no zone for a time in UTC", () => {
    const written = writeCalendar({ events: [{ ...assembly, start: at("2026-05-01T10:00[UTC]"), end: undefined }] })
    assert.match(written, /DTSTART:20260501T100000Z/)
    assert.doesNotMatch(written, /VTIMEZONE/)
  })

  it("says the European rule in two yearly lines, which Outlook reads", () => {
    const written = writeCalendar({ events: [assembly] })
    assert.deepEqual(written.match(/RRULE.*/g), [
      "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
      "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    ])
    assert.equal(written.match(/BEGIN:(STANDARD|DAYLIGHT)/g)?.length, 2)
  })

  const ZONES = [
    "Europe/Brussels",
    "Europe/Paris",
    "Europe/Dublin",
    "America/Martinique",
    "America/Cayenne",
    "Indian/Reunion",
    "Pacific/Noumea",
  ]
  const MOVING = [
    "America/New_York",
    "America/Miquelon",
    "Africa/Casablanca",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Asia/Tehran",
    "Africa/Cairo",
  ]
  it("tells the same instant as the world's clocks, with nothing but its own VTIMEZONE", () => {
    const instants = fc.integer({ min: Date.UTC(1977, 0, 1) / 1000, max: Date.UTC(2037, 0, 1) / 1000 })
    fc.assert(
      fc.property(fc.constantFrom(...ZONES, ...MOVING), instants, (zone, seconds) => {
        const start = Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toZonedDateTimeISO(zone)
        // The second 2:30 of an autumn night cannot be said in iCalendar: a local time is always the first one.
        fc.pre(start.toPlainDateTime().toZonedDateTime(zone).epochNanoseconds === start.epochNanoseconds)
        assert.equal(
          readAlone(writeCalendar({ events: [{ ...assembly, start, end: undefined }] })).toString(),
          start.toInstant().toString(),
        )
      }),
      { numRuns: 300 },
    )
  })

  it("is right on the days around each change of clocks", () => {
    const hours = [
      "2026-03-28T19:00",
      "2026-03-29T01:30",
      "2026-03-29T03:30",
      "2026-03-29T19:00",
      "2026-10-24T19:00",
      "2026-10-25T01:30",
      "2026-10-25T03:30",
      "2031-10-26T12:00",
    ]
    const starts = hours.map((hour) => at(`${hour}[Europe/Paris]`))
    const written = writeCalendar({ events: starts.map((start) => ({ ...assembly, start, end: undefined })) })
    assert.deepEqual(
      starts.map((_, index) => readAlone(written, "dtstart", index).toString()),
      starts.map((start) => start.toInstant().toString()),
    )
    assert.equal(written.match(/BEGIN:VTIMEZONE/g)?.length, 1)
  })

  it("folds at 75 octets, never inside a character, and unfolds to the same words", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (summary) => {
        const written = writeCalendar({ events: [{ ...assembly, summary }] })
        for (const line of written.split("\r\n")) {
          assert.ok(Buffer.byteLength(line) <= 75, line)
          assert.ok(!line.includes("�") || summary.includes("�"))
        }
        // oxlint-disable-next-line no-control-regex -- the control characters a calendar cannot carry
        const carried = summary.replace(/\r\n|\r/g, "\n").replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "")
        assert.equal(eventsOf(written)[0]?.getFirstPropertyValue("summary"), carried)
      }),
    )
  })

  it("cannot be made to write another property", () => {
    const evil = "x\r\nATTENDEE:mailto:evil@x.example\r\nEND:VEVENT"
    const person = { name: evil, address: `a@b.example\r\nX-EVIL:1` }
    const written = writeCalendar({
      name: evil,
      events: [
        { ...assembly, uid: evil, summary: evil, location: evil, url: evil, organizer: person, attendees: [person] },
      ],
    })
    const [event, ...others] = eventsOf(written)
    assert.equal(others.length, 0)
    assert.equal(event?.getAllProperties("attendee").length, 1)
    assert.equal(event?.getAllProperties("x-evil").length, 0)
  })
})
