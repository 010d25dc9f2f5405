import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { inOrganisation } from "../../../kernel/db.ts"
import { system } from "../../../kernel/job.ts"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { rescheduleMeeting } from "../reschedule.ts"
import { listMeetings } from "../reads.ts"
import { beginSeries } from "./begin.ts"
import { changeSeries, endSeries, skipOccurrence } from "./change.ts"
import { makeSeriesNightly } from "./nightly.ts"
import { readSeries } from "./reads.ts"

describe("series.begin", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  // "Every second Monday 8:15–9:15, not in July."
  const mondays = {
    pattern: { every: "week", step: 2, weekdays: [1] },
    at: "08:15",
    minutes: 60,
    from: "2026-05-04",
    except: { months: [7] },
  }
  const begun = async (more = {}) =>
    (await w.do(beginSeries, { bodyId: w.lisle, title: "Bureau", rule: mondays, ...more }, w.people.amina)).seriesId
  const days = async (seriesId: string) => {
    const rows = await w.look((tx) =>
      tx.selectFrom("meetings").selectAll().where("series_id", "=", seriesId).orderBy("series_day").execute(),
    )
    return rows.map(({ starts, state }) => `${starts.toString().slice(5, 16)}${state === "cancelled" ? " off" : ""}`)
  }

  trio(
    () => w,
    [
      {
        command: beginSeries,
        capability: "meetings.prepare",
        input: () => ({ bodyId: w.lisle, title: "Bureau", rule: mondays }),
      },
      {
        command: changeSeries,
        capability: "meetings.prepare",
        input: async () => ({ seriesId: await begun(), title: "Bureau", rule: mondays }),
      },
      {
        command: endSeries,
        capability: "meetings.prepare",
        input: async () => ({ seriesId: await begun(), on: "2026-05-20" }),
      },
      {
        command: skipOccurrence,
        capability: "meetings.prepare",
        input: async () => ({ seriesId: await begun(), day: "2026-05-18" }),
      },
    ],
  )

  it("makes the meetings of three months, exceptions left out", async () => {
    assert.deepEqual(await days(await begun()), [
      "05-04T08:15",
      "05-18T08:15",
      "06-01T08:15",
      "06-15T08:15",
      "06-29T08:15",
    ])
  })

  it("goes on each night, and makes no day twice, even a day that was moved", async () => {
    const seriesId = await begun()
    const [first] = await w.look((tx) =>
      tx.selectFrom("meetings").select("id").where("series_id", "=", seriesId).orderBy("series_day").execute(),
    )
    await w.do(rescheduleMeeting, { meetingId: first!.id, day: "2026-05-06", at: "18:00" }, w.people.amina)
    const nightly = (now: Temporal.Instant) =>
      inOrganisation(w.db, w.organisation, (db) =>
        makeSeriesNightly.run({ ...w.equipment, db, actor: system(w.organisation), now }),
      )
    await nightly(w.now)
    assert.equal((await days(seriesId)).length, 5)
    await nightly(Temporal.Instant.from("2026-06-02T01:20:00Z"))
    assert.deepEqual((await days(seriesId)).slice(5), ["08-10T08:15", "08-24T08:15"])
  })

  it("skips one day, and cancels what no longer fits when it changes or ends", async () => {
    const seriesId = await begun()
    await w.do(skipOccurrence, { seriesId, day: "2026-05-18" }, w.people.amina)
    assert.deepEqual((await days(seriesId))[1], "05-18T08:15 off")
    await w.do(changeSeries, { seriesId, title: "Bureau", rule: { ...mondays, at: "08:30" } }, w.people.amina)
    assert.deepEqual((await days(seriesId))[2], "06-01T08:30")
    await w.do(endSeries, { seriesId, on: "2026-06-05" }, w.people.amina)
    assert.deepEqual((await days(seriesId)).slice(2), ["06-01T08:30", "06-15T08:30 off", "06-29T08:30 off"])
    await assert.rejects(w.do(endSeries, { seriesId, on: "2026-06-05" }, w.people.amina), { code: "series.ended" })
  })

  it("also holds meetings of others, that one only attends", async () => {
    await begun({ title: "Commission communale", outside: true, host: "la commune" })
    const { meetings } = await w.ask(listMeetings, { bodyId: w.lisle }, w.people.dario)
    assert.ok(meetings.some(({ outside, title }) => outside && title === "Commission communale"))
  })

  it("tells the next days to members, and nothing to others", async () => {
    const seriesId = await begun()
    const { series } = await w.ask(readSeries, { seriesId }, w.people.dario)
    assert.equal(series.next[0], "2026-05-04T08:15")
    await assert.rejects(w.ask(readSeries, { seriesId }, w.people.ines), { code: "not_found" })
  })

  it("refuses a series that ends before it begins", async () => {
    await assert.rejects(begun({ rule: { ...mondays, until: "2026-05-01" } }), (error: any) => {
      assert.equal(error.issues[0].code, "ends_before_it_begins")
      return true
    })
  })
})
