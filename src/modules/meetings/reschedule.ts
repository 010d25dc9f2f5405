import { z } from "zod"
import { command } from "../../kernel/command.ts"
import type { Db } from "../../kernel/db.ts"
import { day, hour } from "../../kernel/input.ts"
import { refuse } from "../../kernel/refusal.ts"
import { meetingRescheduled } from "./events.ts"
import { type Meeting, notYetOpen, raised } from "./meeting.ts"
import { findMeetingToChange, updateMeeting } from "./store.ts"
import { preparesIt } from "./prepares.ts"

export const rescheduleMeeting = command({
  name: "meetings.reschedule",
  input: z.object({ meetingId: z.uuid(), day: day(), at: hour() }),
  find: ({ meetingId }, { db }) => findMeetingToChange(meetingId, db),
  allow: preparesIt,
  async run({ input, subject: meeting, db }) {
    const starts = input.day.toPlainDateTime(input.at)
    if (starts.equals(meeting.starts)) refuse("meetings.same_time")
    return moved(meeting, starts, db)
  },
})

/** Moves a locked meeting, and says so. Refuses one that is open, closed or cancelled. */
export const moved = async (meeting: Meeting, starts: Temporal.PlainDateTime, db: Db) => {
  notYetOpen(meeting)
  const sequence = raised(meeting)
  const days = meeting.starts.toPlainDate().until(starts.toPlainDate(), { largestUnit: "day" })
  // Members keep as many days to propose as they had.
  await updateMeeting(meeting, { starts, sequence, propose_until: meeting.propose_until?.add(days) }, db)
  return meetingRescheduled({
    meetingId: meeting.id,
    from: meeting.starts.toString({ smallestUnit: "minute" }),
    to: starts.toString({ smallestUnit: "minute" }),
    sequence,
    isConvened: meeting.state === "convened",
  })
}
