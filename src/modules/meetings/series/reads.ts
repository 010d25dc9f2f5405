import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import { described, occurrences, type Series } from "../../../kernel/calendar/series.ts"
import { read } from "../../../kernel/read.ts"
import { findBodyEvenClosed } from "../../bodies/contract.ts"
import { isOfBody } from "../../mandates/contract.ts"
import { beginSeries } from "./begin.ts"
import { changeSeries, endSeries, skipOccurrence } from "./change.ts"
import type { SeriesRow } from "./make-meetings.ts"

const acts = [beginSeries, changeSeries, endSeries, skipOccurrence] as const

/** The series of a body that still run, each described for words, with its next days. */
export const listSeries = read({
  name: "series.list",
  input: z.object({ bodyId: z.uuid() }),
  find: ({ bodyId }, { db }) => findBodyEvenClosed(bodyId, db),
  allow: isOfBody,
  async run({ subject: body, input: _, ...given }) {
    const rows = await given.db
      .selectFrom("meeting_series")
      .selectAll()
      .where("body_id", "=", body.id)
      .where("ended_on", "is", null)
      .orderBy("id")
      .execute()
    return { rows: rows.map((row) => shown(row, dayOf(given.now, body.zone))), may: await may(body, acts, given) }
  },
})

export const readSeries = read({
  name: "series.read",
  input: z.object({ seriesId: z.uuid() }),
  find: ({ seriesId }, { db }) =>
    db.selectFrom("meeting_series").selectAll().where("id", "=", seriesId).executeTakeFirst(),
  allow: isOfBody,
  async run({ subject: series, input: _, ...given }) {
    return { series: shown(series, dayOf(given.now)), may: await may(series, acts, given) }
  },
})

const shown = ({ organisation_id: _, rule, ...series }: SeriesRow, today: Temporal.PlainDate) => ({
  ...series,
  rule: rule as Series,
  described: described(rule as Series),
  next: series.ended_on
    ? []
    : occurrences(rule as Series, today, today.add({ months: 6 }))
        .slice(0, 8)
        .map(({ start }) => start.toPlainDateTime().toString({ smallestUnit: "minute" })),
})
