import type { Selectable } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import { occurrences, type Series } from "../../../kernel/calendar/series.ts"
import type { Event } from "../../../kernel/event.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { findBody } from "../../bodies/contract.ts"
import { meetingCancelled } from "../events.ts"
import { findType, updateMeeting } from "../store.ts"
import type { MeetingSeriesRow } from "../tables.ts"
import { writeMeeting } from "../write-meeting.ts"

export type SeriesRow = Selectable<MeetingSeriesRow>

/** Puts the meetings of the next three months on the calendar. A day that has its meeting, even moved or cancelled, gets no second one. */
export const makeMeetings = async (series: SeriesRow, given: Circumstances): Promise<Event[]> => {
  const { db, now } = given
  const body = await findBody(series.body_id, db)
  if (!body) return []
  const today = dayOf(now, body.zone)
  const made = new Set((await meetingsOf(series.id, given)).map(({ series_day }) => series_day?.toString()))
  const type = series.type_id ? await findType(series.type_id, body.id, db) : undefined
  const rule = series.rule as Series
  const events: Event[] = []
  for (const { start } of occurrences(rule, today, today.add({ months: 3 }))) {
    const day = start.toPlainDate()
    if (made.has(day.toString())) continue
    events.push(
      ...(await writeMeeting(
        {
          body,
          type,
          starts: start.toPlainDateTime(),
          title: series.title,
          minutes: rule.minutes,
          place: series.place,
          link: series.link,
          series: { id: series.id, day },
          ...(series.outside ? { outside: { host: series.host } } : {}),
        },
        given,
      )),
    )
  }
  return events
}

/** Cancels the meetings to come that the series no longer has, those not convened yet; a meeting convened is cancelled by name. */
export const dropMeetings = async (series: SeriesRow, reason: string, given: Circumstances): Promise<Event[]> => {
  const { now, db } = given
  const rule = series.rule as Series
  const today = dayOf(now, rule.zone)
  const events: Event[] = []
  for (const meeting of await meetingsOf(series.id, given)) {
    const day = meeting.series_day
    if (!day || meeting.state !== "preparing" || Temporal.PlainDate.compare(day, today) < 0) continue
    if (occurrences(rule, day, day).length > 0) continue
    await updateMeeting(meeting, { state: "cancelled", cancelled_at: now, cancel_reason: reason }, db)
    events.push(meetingCancelled({ meetingId: meeting.id, sequence: meeting.sequence, isConvened: false }))
  }
  return events
}

/** Gives the meetings to come, not convened and not moved by hand, the words and the hour of their series. */
export const followSeries = async (before: SeriesRow, series: SeriesRow, given: Circumstances) => {
  const [old, rule] = [before.rule as Series, series.rule as Series]
  const today = dayOf(given.now, rule.zone)
  for (const meeting of await meetingsOf(series.id, given)) {
    const day = meeting.series_day
    if (!day || meeting.state !== "preparing" || Temporal.PlainDate.compare(day, today) < 0) continue
    const isMoved = !meeting.starts.equals(day.toPlainDateTime(old.at))
    await updateMeeting(
      meeting,
      {
        ...(isMoved ? {} : { starts: day.toPlainDateTime(rule.at) }),
        ...(meeting.title === before.title ? { title: series.title } : {}),
        ...(meeting.place === before.place ? { place: series.place } : {}),
        ...(meeting.link === before.link ? { link: series.link } : {}),
        ...(meeting.minutes === old.minutes ? { minutes: rule.minutes } : {}),
      },
      given.db,
    )
  }
}

const meetingsOf = (seriesId: string, { db }: Circumstances) =>
  db.selectFrom("meetings").selectAll().where("series_id", "=", seriesId).forUpdate().execute()
