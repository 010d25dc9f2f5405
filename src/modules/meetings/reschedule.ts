import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { day, hour } from "../../kernel/input.ts"
import { refuse } from "../../kernel/refusal.ts"
import { holds } from "../mandates/contract.ts"
import { meetingRescheduled } from "./events.ts"
import { notYetOpen, raised } from "./meeting.ts"
import { findMeetingToChange, updateMeeting } from "./store.ts"

export const rescheduleMeeting = command({
  name: "meetings.reschedule",
  input: z.object({ meetingId: z.uuid(), day: day(), at: hour() }),
  find: ({ meetingId }, { db }) => findMeetingToChange(meetingId, db),
  allow: holds("meetings.prepare"),
  async run({ input, subject: meeting, db }) {
    notYetOpen(meeting)
    const starts = input.day.toPlainDateTime(input.at)
    if (starts.equals(meeting.starts)) refuse("meetings.same_time")
    const sequence = raised(meeting)
    const days = meeting.starts.toPlainDate().until(input.day, { largestUnit: "day" })
    // Members keep as many days to propose as they had.
    await updateMeeting(meeting, { starts, sequence, propose_until: meeting.propose_until?.add(days) }, db)
    return meetingRescheduled({
      meetingId: meeting.id,
      from: meeting.starts.toString({ smallestUnit: "minute" }),
      to: starts.toString({ smallestUnit: "minute" }),
      sequence,
      isConvened: meeting.state === "convened",
    })
  },
})
