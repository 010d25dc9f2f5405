import assert from "node:assert/strict"
import { describe, it } from "node:test"
import fc from "fast-check"
import { readEvents, readReply } from "./read.ts"
import { type CalendarEvent, writeCalendar } from "./write.ts"

const reply = (...lines: string[]) =>
  ["BEGIN:VCALENDAR", "METHOD:REPLY", "BEGIN:VEVENT", ...lines, "END:VEVENT", "END:VCALENDAR"].join("\r\n")

describe("readReply", () => {
  it("reads what Outlook answers", () => {
    const text = reply(
      "ATTENDEE;PARTSTAT=TENTATIVE;CN=Amina:MAILTO:Amina@Lisle.example",
      "COMMENT;LANGUAGE=fr-BE:Je serai là vers 20 h\\, sans doute\\n",
      "UID:meeting-1@lisle.example",
      "SEQUENCE:3",
      "DTSTART;TZID=Romance Standard Time:20260320T190000",
    )
    assert.deepEqual(readReply(text), {
      uid: "meeting-1@lisle.example",
      sequence: 3,
      attendee: "amina@lisle.example",
      partstat: "TENTATIVE",
      comment: "Je serai là vers 20 h, sans doute",
      recurrence_id: undefined,
    })
  })

  it("reads which meeting of a series was answered", () => {
    const text = reply(
      "ATTENDEE;PARTSTAT=DECLINED:mailto:a@b.example",
      "UID:s",
      "RECURRENCE-ID;TZID=Europe/Paris:20260921T081500",
    )
    assert.equal(readReply(text)?.recurrence_id?.toString(), "2026-09-21T06:15:00Z")
  })

  it("takes a calendar that begins with a mark or with words, and one with bare line feeds", () => {
    const text = reply("ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.example", "UID:x").replaceAll("\r\n", "\n")
    assert.equal(readReply(`\uFEFFhello\n\n${text}\n\n-- \nsent from a phone`)?.partstat, "ACCEPTED")
  })

  it("is nothing for an invitation, for an answer without an answer, and for junk", () => {
    assert.equal(
      readReply(reply("ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.example", "UID:x").replace("REPLY", "REQUEST")),
      undefined,
    )
    assert.equal(readReply(reply("ATTENDEE:mailto:a@b.example", "UID:x")), undefined)
    assert.equal(readReply(reply("ATTENDEE;PARTSTAT=ACCEPTED:nobody", "UID:x")), undefined)
    assert.equal(readReply(reply("ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.example")), undefined)
    for (const junk of ["", "BEGIN:VCALENDAR", "BEGIN:VCALENDAR\nMETHOD:REPLY\n:::;;;\nEND:VEVENT", "\0"])
      assert.equal(readReply(junk), undefined)
  })

  it("never throws, whatever is cut, doubled or spoilt", () => {
    const text = reply(
      "ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.example",
      "UID:x",
      "SEQUENCE:1",
      "RECURRENCE-ID:20260921T081500Z",
    )
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(40), fc.string({ unit: "binary" }), (at, length, junk) => {
        readReply(text.slice(0, at) + junk + text.slice(at + length))
      }),
      { numRuns: 1000 },
    )
  })
})

describe("readEvents", () => {
  it("reads back what writeCalendar wrote", () => {
    const at = (text: string) => Temporal.ZonedDateTime.from(text)
    const event: CalendarEvent = {
      uid: "1",
      sequence: 4,
      stamp: Temporal.Instant.from("2026-01-01T00:00Z"),
      start: at("2026-03-20T19:00[Europe/Brussels]"),
      end: at("2026-03-20T21:00[Europe/Brussels]"),
      summary: "Assemblée, ordinaire",
      location: "Lisle; salle 2",
      status: "CONFIRMED",
      recurrence: { rule: "FREQ=WEEKLY;BYDAY=FR", except: [at("2026-03-27T19:00[Europe/Brussels]")] },
    }
    const days = {
      ...event,
      uid: "2",
      start: Temporal.PlainDate.from("2026-05-01"),
      end: Temporal.PlainDate.from("2026-05-02"),
      recurrence: undefined,
    }
    const { events, unread } = readEvents(writeCalendar({ events: [event, days] }))
    assert.equal(unread, 0)
    assert.deepEqual(
      events.map(({ uid, sequence, start, end, summary, location, rule, except }) => [
        uid,
        sequence,
        `${start}`,
        `${end}`,
        summary,
        location,
        rule,
        except.map(String),
      ]),
      [
        [
          "1",
          4,
          "2026-03-20T19:00:00+01:00[Europe/Brussels]",
          "2026-03-20T21:00:00+01:00[Europe/Brussels]",
          "Assemblée, ordinaire",
          "Lisle; salle 2",
          "FREQ=WEEKLY;BYDAY=FR",
          ["2026-03-27T19:00:00+01:00[Europe/Brussels]"],
        ],
        ["2", 4, "2026-05-01", "2026-05-02", "Assemblée, ordinaire", "Lisle; salle 2", undefined, []],
      ],
    )
  })

  const read = (...lines: string[]) =>
    readEvents(["BEGIN:VCALENDAR", ...lines, "END:VCALENDAR"].join("\r\n")).events.map(
      ({ start, end }) => `${start} ${end}`,
    )

  it("knows a zone by Outlook's name, by its maker's name, and by its own definition", () => {
    assert.deepEqual(
      read("BEGIN:VEVENT", "DTSTART;TZID=Romance Standard Time:20260701T190000", "DURATION:PT1H30M", "END:VEVENT"),
      ["2026-07-01T19:00:00+02:00[Europe/Paris] 2026-07-01T20:30:00+02:00[Europe/Paris]"],
    )
    assert.deepEqual(
      read("BEGIN:VEVENT", "DTSTART;TZID=/mozilla.org/20050126_1/Europe/Brussels:20260701T190000", "END:VEVENT"),
      ["2026-07-01T19:00:00+02:00[Europe/Brussels] undefined"],
    )
    const own = [
      "BEGIN:VTIMEZONE",
      "TZID:Chez nous",
      "BEGIN:STANDARD",
      "DTSTART:19700101T000000",
      "TZOFFSETFROM:-0300",
      "TZOFFSETTO:-0300",
      "END:STANDARD",
      "END:VTIMEZONE",
    ]
    assert.deepEqual(read(...own, "BEGIN:VEVENT", "DTSTART;TZID=Chez nous:20260701T120000", "END:VEVENT"), [
      "2026-07-01T17:00:00+02:00[Europe/Brussels] undefined",
    ])
  })

  it("keeps the events it can read and counts the others", () => {
    const text = [
      "BEGIN:VCALENDAR",
      "BEGIN:VEVENT",
      "UID:bad",
      "END:VEVENT",
      "BEGIN:VEVENT",
      "DTSTART:20260701T120000Z",
      "END:VEVENT",
      "END:VCALENDAR",
    ].join("\n")
    assert.deepEqual([readEvents(text).events.length, readEvents(text).unread], [1, 1])
  })
})
