import assert from "node:assert/strict"
import { describe, it } from "node:test"
import ICAL from "ical.js"
import { described, nextOccurrence, occurrences, recurrence, type Series, seriesSchema } from "./series.ts"
import { writeCalendar } from "./write.ts"

const day = (text: string) => Temporal.PlainDate.from(text)
const series = (more: Partial<Series> = {}): Series => ({
  pattern: { every: "week", step: 2, weekdays: [1] },
  at: "08:15",
  minutes: 60,
  zone: "Europe/Brussels",
  from: "2026-09-02",
  ...more,
})
const starts = (given: Series, from: string, to: string) =>
  occurrences(given, day(from), day(to)).map(({ start }) => start.toPlainDateTime().toString().slice(0, 16))

describe("a series of meetings", () => {
  it("counts every second Monday from the first Monday that fits", () => {
    assert.deepEqual(starts(series(), "2026-09-01", "2026-10-10"), [
      "2026-09-07T08:15",
      "2026-09-21T08:15",
      "2026-10-05T08:15",
    ])
  })

  it("is the same whatever window it is looked at through", () => {
    const year = starts(series(), "2026-09-01", "2027-09-01")
    assert.deepEqual(
      starts(series(), "2027-01-05", "2027-02-01"),
      year.filter((at) => at >= "2027-01-05" && at < "2027-02-02"),
    )
    assert.deepEqual(starts(series(), "2026-01-01", "2026-09-06"), [])
    assert.deepEqual(starts(series({ until: "2026-09-21" }), "2026-01-01", "2026-12-31"), year.slice(0, 2))
  })

  it("leaves out July, August and the days it is told", () => {
    const given = series({
      pattern: { every: "week", step: 1, weekdays: [1] },
      except: { months: [7, 8], dates: ["2027-06-21"] },
    })
    assert.deepEqual(starts(given, "2027-06-14", "2027-09-12"), [
      "2027-06-14T08:15",
      "2027-06-28T08:15",
      "2027-09-06T08:15",
    ])
  })

  it("keeps its hour across clock changes", () => {
    const weekly = series({ pattern: { every: "week", step: 1, weekdays: [1] } })
    const instants = occurrences(weekly, day("2026-10-19"), day("2026-10-26")).map(({ start }) =>
      start.toInstant().toString(),
    )
    assert.deepEqual(instants, ["2026-10-19T06:15:00Z", "2026-10-26T07:15:00Z"])
  })

  it("meets an hour later, rather than not at all, on the night that has no such hour", () => {
    const night = series({ pattern: { every: "week", step: 1, weekdays: [7] }, at: "02:30", from: "2026-03-22" })
    assert.deepEqual(starts(night, "2026-03-22", "2026-04-05"), [
      "2026-03-22T02:30",
      "2026-03-29T03:30",
      "2026-04-05T02:30",
    ])
  })

  it("lasts its length on the night the clocks go back", () => {
    const night = series({
      pattern: { every: "week", step: 1, weekdays: [7] },
      at: "01:30",
      minutes: 120,
      from: "2026-10-25",
    })
    assert.equal(
      occurrences(night, day("2026-10-25"), day("2026-10-25"))[0]?.end.toString(),
      "2026-10-25T02:30:00+01:00[Europe/Brussels]",
    )
  })

  it("knows the first, the last, and the fifth weekday of the month", () => {
    const nth = (n: 1 | 5 | -1) =>
      series({ pattern: { every: "month_weekday", step: 1, nth: n, weekday: 4 }, from: "2026-09-01" })
    assert.deepEqual(starts(nth(1), "2026-09-01", "2026-11-30"), [
      "2026-09-03T08:15",
      "2026-10-01T08:15",
      "2026-11-05T08:15",
    ])
    assert.deepEqual(starts(nth(-1), "2026-09-01", "2026-11-30"), [
      "2026-09-24T08:15",
      "2026-10-29T08:15",
      "2026-11-26T08:15",
    ])
    assert.deepEqual(starts(nth(5), "2026-09-01", "2026-11-30"), ["2026-10-29T08:15"])
  })

  it("knows the last day of the month, and passes over a month without a 31st", () => {
    const on = (d: number) => series({ pattern: { every: "month_day", step: 1, day: d }, from: "2027-01-01" })
    assert.deepEqual(starts(on(-1), "2027-01-01", "2027-04-30"), [
      "2027-01-31T08:15",
      "2027-02-28T08:15",
      "2027-03-31T08:15",
      "2027-04-30T08:15",
    ])
    assert.deepEqual(starts(on(31), "2027-01-01", "2027-04-30"), ["2027-01-31T08:15", "2027-03-31T08:15"])
  })

  it("says its next meeting", () => {
    assert.equal(
      nextOccurrence(series({ except: { months: [9] } }), day("2026-09-01"))
        ?.start.toPlainDate()
        .toString(),
      "2026-10-05",
    )
    assert.equal(nextOccurrence(series({ until: "2026-09-30" }), day("2026-10-01")), undefined)
  })

  it("is expanded to the same meetings by a calendar that reads its RRULE", () => {
    const patterns: Series["pattern"][] = [
      { every: "week", step: 2, weekdays: [1] },
      { every: "week", step: 3, weekdays: [4, 1] },
      { every: "month_weekday", step: 1, nth: 2, weekday: 2 },
      { every: "month_weekday", step: 2, nth: -1, weekday: 5 },
      { every: "month_day", step: 1, day: -1 },
    ]
    for (const pattern of patterns) {
      const given = series({
        pattern,
        at: "19:00",
        except: { months: [7, 8, 9], dates: ["2026-11-02"] },
        until: "2028-03-31",
      })
      const repeated = recurrence(given, day("2030-01-01"))
      assert.ok(repeated)
      const { start, end, rule, except } = repeated
      const stamp = Temporal.Instant.from("2026-09-01T00:00Z")
      const written = writeCalendar({
        events: [{ uid: "a", stamp, summary: "a", start, end, recurrence: { rule, except } }],
      })
      assert.deepEqual(expandedByIcal(written), starts(given, "2026-01-01", "2030-01-01"), JSON.stringify(pattern))
    }
  })

  it("stays open when nothing but days is left out, and ends at the horizon when months are", () => {
    assert.equal(recurrence(series(), day("2028-01-01"))?.rule, "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;WKST=MO")
    const summerless = recurrence(series({ except: { months: [7, 8] } }), day("2028-01-01"))
    assert.equal(summerless?.rule, "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;WKST=MO;UNTIL=20280101T071500Z")
    assert.equal(recurrence(series({ until: "2026-09-03" }), day("2028-01-01")), undefined)
  })

  it("gives words what they need to say it", () => {
    assert.deepEqual(described(series({ except: { months: [8, 7] } })), {
      every: "week",
      step: 2,
      weekdays: [1],
      nth: undefined,
      day: undefined,
      starts: "08:15",
      ends: "09:15",
      from: "2026-09-02",
      until: undefined,
      except_dates: [],
      except_months: [7, 8],
    })
  })

  it("is refused when a date, an hour or a zone is not one", () => {
    assert.ok(seriesSchema.safeParse(series()).success)
    for (const wrong of [
      { from: "2026-02-30" },
      { at: "25:00" },
      { zone: "Europe/Lisle" },
      { minutes: 0 },
      { until: "demain" },
    ]) {
      assert.equal(seriesSchema.safeParse(series(wrong)).success, false, JSON.stringify(wrong))
    }
  })
})

function expandedByIcal(written: string): string[] {
  const root = new ICAL.Component(ICAL.parse(written))
  const zone = new ICAL.Timezone(root.getFirstSubcomponent("vtimezone") as ICAL.Component)
  ICAL.TimezoneService.register(zone)
  const event = new ICAL.Event(root.getFirstSubcomponent("vevent") as ICAL.Component)
  const iterator = event.iterator()
  const found: string[] = []
  for (let next = iterator.next(); next && found.length < 500; next = iterator.next())
    found.push(next.toString().slice(0, 16))
  return found
}
