import { instantOf } from "../../../kernel/clock.ts"
import { invalid } from "../../../kernel/refusal.ts"
import type { Meeting } from "../meeting.ts"

type Held = Pick<Meeting, "starts" | "zone" | "opened_at">

/**
 * The instant of an hour on the clock of the room: from three hours before it began, or was to begin. An earlier hour is past
 * midnight, for meetings do end there.
 */
export const momentOf = (meeting: Held, hour: Temporal.PlainTime): Temporal.Instant => {
  const opened = meeting.opened_at?.toZonedDateTimeISO(meeting.zone).toPlainDateTime()
  const began = opened && Temporal.PlainDateTime.compare(opened, meeting.starts) < 0 ? opened : meeting.starts
  const from = began.subtract({ hours: 3 })
  const sameDay = from.toPlainDate().toPlainDateTime(hour)
  const wall = Temporal.PlainDateTime.compare(sameDay, from) < 0 ? sameDay.add({ days: 1 }) : sameDay
  return instantOf(wall, meeting.zone)
}

/** Whether the meeting is going on about now: otherwise what is written of it needs its hours. */
export const isOfToday = (meeting: Held, now: Temporal.Instant): boolean => {
  const hours = (now.epochMilliseconds - instantOf(meeting.starts, meeting.zone).epochMilliseconds) / 3_600_000
  return hours >= -12 && hours <= 18
}

/**
 * When something happened: the hour that was said; now, while the meeting is going on; `otherwise` for a meeting written up
 * later. Refuses what has not happened yet, and a missing hour.
 */
export const momentSaid = (
  meeting: Held,
  {
    at,
    now,
    otherwise,
  }: { at: Temporal.PlainTime | null | undefined; now: Temporal.Instant; otherwise?: Temporal.Instant | null },
): Temporal.Instant => {
  const moment = at ? momentOf(meeting, at) : isOfToday(meeting, now) ? now : (otherwise ?? invalid(["at"], "required"))
  if (Temporal.Instant.compare(moment, now) > 0) invalid(["at"], "in_the_future")
  return moment
}
