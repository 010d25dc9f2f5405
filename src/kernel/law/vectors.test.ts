import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { describe, it } from "node:test"
import { frenchPartyAccounts, walloonElection } from "./calendars.ts"
import { type CountBasis, dueDate, hoursAfter, noticeDeadline, type Weekday } from "./deadline.ts"
import { type Country, easterSunday, type HolidayKey, holidays } from "./holidays.ts"

// Sources and confidence of each case are in the files.
type Vector = { [name: string]: string | number | string[] | undefined } & { id: string; kind: string }
const read = (file: string) =>
  JSON.parse(readFileSync(new URL(`../../../tests/vectors/law/${file}`, import.meta.url), "utf8")).vectors

const text = (v: Vector, name: string) => String(v[name])
const day = (v: Vector, name = "event") => Temporal.PlainDate.from(text(v, name))
const iso = (dates: Temporal.PlainDate[]) => dates.map((date) => date.toString())
const country = (v: Vector) => text(v, "country") as Country
const n = (v: Vector) => Number(v.n)
const weekday = (v: Vector): Weekday => (assert.equal(v.weekday, "vendredi"), 5)
const due = (v: Vector, found: { due: Temporal.PlainDate }) => assert.equal(found.due.toString(), v.due)
const same = (found: object, v: Vector) => {
  for (const [name, date] of Object.entries(found)) assert.equal(date.toString(), v[name], name)
}

const checks: Record<string, (v: Vector) => void> = {
  clear_days_before(v) {
    const found = noticeDeadline(notice(v, "clear_days_before"))
    assert.equal(found.last_lawful.toString(), v.last_lawful)
    assert.equal(found.first_unlawful.toString(), v.first_unlawful)
    assert.deepEqual(iso(found.clear_days), v.clear_days)
    assert.deepEqual(iso(found.non_working_among), v.non_working_among_clear_days)
    assert.equal(found.safe_working_day.toString(), v.safe_working_day)
  },
  days_before(v) {
    const found = noticeDeadline(notice(v, "days_before"))
    assert.equal(found.last_lawful.toString(), v.last_lawful)
    assert.equal(found.prudent.toString(), v.conservative_clear_day_date)
    assert.equal(found.safe_working_day.toString(), v.safe_working_day)
  },
  days_after: (v) => due(v, dueDate({ kind: "days_after", n: n(v), event: day(v), country: country(v) })),
  first_weekday_after: (v) =>
    due(v, dueDate({ kind: "first_weekday_after", weekday: weekday(v), event: day(v), country: country(v) })),
  nth_weekday_after: (v) =>
    due(v, dueDate({ kind: "nth_weekday_after", n: n(v), weekday: weekday(v), event: day(v), country: country(v) })),
  months_after(v) {
    // Only the vectors that give a raw date are moved to a working day by their text.
    const roll = v.raw ? "next_working_day" : "none"
    const found = dueDate({ kind: "months_after", n: n(v), event: day(v), country: country(v), roll })
    due(v, found)
    if (v.raw) assert.equal(found.raw.toString(), v.raw)
  },
  years_after: (v) => due(v, dueDate({ kind: "years_after", n: n(v), event: day(v), country: country(v) })),
  hours_after(v) {
    const event = Temporal.Instant.from(text(v, "event")).toZonedDateTimeISO("Europe/Brussels")
    assert.equal(hoursAfter(n(v), event).due.toString({ timeZoneName: "never" }), v.due)
  },
  calendar: (v) => same(walloonElection(Number(v.event_year)), v),
  annual: (v) => same(frenchPartyAccounts(Number(v.event_year)), v),
}

function notice(v: Vector, kind: "clear_days_before" | "days_before") {
  return { kind, n: n(v), event: day(v), country: country(v), count_basis: text(v, "count_basis") as CountBasis }
}

describe("deadlines", () => {
  for (const v of read("deadlines.json") as Vector[]) it(`agrees with ${v.id}`, () => checks[v.kind]!(v))
})

const names: Partial<Record<HolidayKey, string>> = {
  new_year: "Jour de l'An",
  easter_monday: "Lundi de Pâques",
  labour_day: "Fête du Travail",
  victory_1945: "Victoire 1945",
  ascension: "Ascension",
  whit_monday: "Lundi de Pentecôte",
  national_day: "Fête nationale",
  assumption: "Assomption",
  all_saints: "Toussaint",
  armistice: "Armistice 1918",
  christmas: "Noël",
}

describe("holidays", () => {
  type Year = { id: string; country: Country; year: number; easter_sunday: string; holidays: Record<string, string> }
  for (const v of read("holidays.json") as Year[])
    it(`agree with ${v.id}`, () => {
      const found = holidays(v.country, v.year)
      assert.equal(easterSunday(v.year).toString(), v.easter_sunday)
      // A list of pairs, not an object: two holidays may share a day (1 May 2008 was Ascension too).
      assert.deepEqual(
        found.map(({ date, key }) => [date.toString(), names[key]]),
        Object.entries(v.holidays).sort(([a], [b]) => a.localeCompare(b)),
      )
    })

  it("are two more in Alsace and Moselle", () => {
    assert.equal(holidays("FR-AM", 2026).length, 13)
    const local = holidays("FR-AM", 2026).filter(({ key }) => key === "good_friday" || key === "saint_stephen")
    assert.deepEqual(iso(local.map(({ date }) => date)), ["2026-04-03", "2026-12-26"])
  })
})
