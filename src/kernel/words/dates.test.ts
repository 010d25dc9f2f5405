import assert from "node:assert/strict"
import { describe, it } from "node:test"
import {
  ago,
  day,
  dayAndHour,
  dayAndMonth,
  days,
  daysBetween,
  hour,
  hours,
  lasting,
  lastingSeconds,
  moment,
  relativeDay,
  there,
  dayOnly,
} from "./dates.ts"

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ")

describe("a day in words", () => {
  it("shows its weekday, in French and in English", () => {
    assert.equal(day("fr", "2026-05-21"), "jeudi 21 mai 2026")
    assert.equal(day("en", "2026-05-21"), "Thursday 21 May 2026")
    assert.equal(day("fr", Temporal.PlainDate.from("2026-05-21")), "jeudi 21 mai 2026")
  })
  it("is the 1er for the first of a month, and only then", () => {
    assert.equal(day("fr", "2026-05-01"), "vendredi 1er mai 2026")
    assert.equal(dayAndMonth("fr", "2026-05-01"), "1er mai")
    assert.equal(dayAndMonth("fr", "2026-05-11"), "11 mai")
    assert.equal(dayAndMonth("fr", "2026-05-21"), "21 mai")
  })
  it("is said once when two days share a month", () => {
    assert.equal(days("fr", "2026-05-12", "2026-05-14"), "du 12 au 14 mai 2026")
    assert.equal(days("fr", "2026-05-01", "2026-05-02"), "du 1er au 2 mai 2026")
    assert.equal(days("fr", "2026-04-30", "2026-05-02"), "du 30 avril au 2 mai 2026")
    assert.equal(days("fr", "2026-05-12", "2026-05-12"), "mardi 12 mai 2026")
    assert.equal(days("en", "2026-12-31", "2027-01-02"), "31 December 2026 to 2 January 2027")
  })
})

describe("a day told of an instant", () => {
  it("is the day there, and a day or a wall time stays as it is", () => {
    const brussels = (date: string) => dayOnly("fr", there(date, "Europe/Brussels"))
    assert.equal(plain(brussels("2026-05-01T22:30:00Z")), "2 mai 2026")
    assert.equal(plain(brussels("2026-05-01T22:30:00.123Z")), "2 mai 2026")
    assert.equal(plain(brussels("2026-05-01T23:30:00")), "1er mai 2026")
    assert.equal(plain(brussels("2026-05-01")), "1er mai 2026")
  })
})

describe("an hour in words", () => {
  it("is written around an h that does not break, or as a clock in English", () => {
    assert.equal(hour("fr", "19:30"), "19\u00a0h\u00a030")
    assert.equal(hour("fr", "2026-05-21T20:00:00"), "20\u00a0h")
    assert.equal(hour("fr", Temporal.PlainTime.from("08:05")), "8\u00a0h\u00a005")
    assert.equal(hour("en", "08:05"), "08:05")
    assert.equal(plain(hours("fr", "08:15", "09:15")), "8 h 15–9 h 15")
  })
  it("follows the day of a meeting", () =>
    assert.equal(plain(dayAndHour("fr", "2026-05-21T19:30")), "jeudi 21 mai 2026, 19 h 30"))
  it("is the hour of the zone, across the clock change", () => {
    assert.equal(plain(moment("fr", "2026-03-29T00:59:00Z", "Europe/Brussels")), "dimanche 29 mars 2026, 1 h 59")
    assert.equal(plain(moment("fr", "2026-03-29T01:00:00Z", "Europe/Brussels")), "dimanche 29 mars 2026, 3 h")
    assert.equal(
      plain(moment("fr", Temporal.Instant.from("2026-12-31T23:30:00Z"), "Europe/Paris")),
      "vendredi 1er janvier 2027, 0 h 30",
    )
  })
})

describe("a distance in days", () => {
  it("is said as people say it", () => {
    assert.equal(plain(relativeDay("fr", "2026-05-06", "2026-05-02")), "dans 4 jours")
    assert.equal(relativeDay("fr", "2026-05-02", "2026-05-02"), "aujourd’hui")
    assert.equal(relativeDay("fr", "2026-05-01", "2026-05-02"), "hier")
    assert.equal(relativeDay("en", "2026-05-03", "2026-05-02"), "tomorrow")
  })
  it("counts calendar days whatever the clocks do", () => assert.equal(daysBetween("2026-03-28", "2026-03-30"), 2))
  it("is short in a history, with the year only when it is another", () => {
    assert.equal(plain(ago("fr", "2026-05-01T20:14:00Z", "Europe/Paris", "2026-05-02")), "hier, 22 h 14")
    assert.equal(plain(ago("fr", "2026-04-28T07:00:00Z", "Europe/Paris", "2026-05-02")), "28 avril, 9 h")
    assert.equal(plain(ago("fr", "2025-04-28T07:00:00Z", "Europe/Paris", "2026-05-02")), "28 avril 2025, 9 h")
  })
  it("is a length for an agenda item", () => {
    assert.equal(plain(lasting("fr", 25)), "25 min")
    assert.equal(plain(lasting("fr", 130)), "2 h 10")
    assert.equal(plain(lasting("fr", 120)), "2 h")
    assert.deepEqual(
      [45, 160, 180, 3725].map((seconds) => plain(lastingSeconds("fr", seconds))),
      ["45 s", "2 min 40 s", "3 min", "1 h 02"],
    )
  })
})
