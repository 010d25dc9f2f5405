import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { json } from "../../../kernel/db.ts"
import { day, line } from "../../../kernel/input.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Series } from "../../../kernel/calendar/series.ts"
import { holds } from "../../mandates/contract.ts"
import { occurrenceSkipped, seriesChanged, seriesEnded } from "./events.ts"
import { dropMeetings, followSeries, makeMeetings, type SeriesRow } from "./make-meetings.ts"
import { ruleIn, seriesFields } from "./series-input.ts"
import { findSeriesToChange } from "./store.ts"

const { title, rule, place, link, host } = seriesFields

/** Changes a series from now on: meetings to come follow it, unless somebody moved or convened them. */
export const changeSeries = command({
  name: "series.change",
  input: z.object({ seriesId: z.uuid(), title, rule, place, link, host }),
  find: ({ seriesId }, { db }) => findSeriesToChange(seriesId, db),
  allow: holds("meetings.prepare"),
  async run({ input, subject: before, ...given }) {
    stillRunning(before)
    const series: SeriesRow = {
      ...before,
      title: input.title,
      rule: ruleIn(input.rule, (before.rule as Series).zone),
      place: input.place ?? null,
      link: input.link ?? null,
      host: before.outside ? (input.host ?? null) : null,
    }
    await save(series, given)
    const cancelled = await dropMeetings(series, reasons.changed, given)
    await followSeries(before, series, given)
    const made = await makeMeetings(series, given)
    return [
      seriesChanged({ seriesId: series.id, made: made.length, cancelled: cancelled.length }),
      ...cancelled,
      ...made,
    ]
  },
})

/** Ends a series after a day; its meetings after that day, not convened yet, are cancelled. */
export const endSeries = command({
  name: "series.end",
  input: z.object({ seriesId: z.uuid(), on: day() }),
  find: ({ seriesId }, { db }) => findSeriesToChange(seriesId, db),
  allow: holds("meetings.prepare"),
  async run({ input, subject: before, ...given }) {
    stillRunning(before)
    const series = { ...before, rule: { ...(before.rule as Series), until: input.on.toString() }, ended_on: input.on }
    await save(series, given)
    const cancelled = await dropMeetings(series, reasons.ended, given)
    return [seriesEnded({ seriesId: series.id, made: 0, cancelled: cancelled.length }), ...cancelled]
  },
})

/** Skips one day of a series: its meeting, if it is not convened yet, is cancelled. */
export const skipOccurrence = command({
  name: "series.skip",
  input: z.object({ seriesId: z.uuid(), day: day(), reason: line().nullish() }),
  find: ({ seriesId }, { db }) => findSeriesToChange(seriesId, db),
  allow: holds("meetings.prepare"),
  async run({ input, subject: before, ...given }) {
    stillRunning(before)
    const old = before.rule as Series
    const dates = [...new Set([...(old.except?.dates ?? []), input.day.toString()])].toSorted()
    const series = { ...before, rule: { ...old, except: { ...old.except, dates } } }
    await save(series, given)
    const cancelled = await dropMeetings(series, input.reason ?? reasons.skipped, given)
    return [
      occurrenceSkipped({ seriesId: series.id, day: input.day.toString(), cancelled: cancelled.length }),
      ...cancelled,
    ]
  },
})

const stillRunning = (series: SeriesRow) => {
  if (series.ended_on) refuse("series.ended")
}

// Kept as the reason of the meetings, in the language they are written in: these are words of the product, not of a person.
const reasons = {
  changed: "La série a été modifiée.",
  ended: "La série a pris fin.",
  skipped: "Pas de réunion ce jour-là.",
}

const save = (
  { id, title: named, rule: says, place: at, link: by, host: held, ended_on }: SeriesRow,
  { db }: { db: Db },
) =>
  db
    .updateTable("meeting_series")
    .set({ title: named, rule: json(says), place: at, link: by, host: held, ended_on })
    .where("id", "=", id)
    .execute()
type Db = Parameters<typeof findSeriesToChange>[1]
