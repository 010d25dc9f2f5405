import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { text } from "../../kernel/input.ts"
import { holds } from "../mandates/contract.ts"
import { meetingCancelled } from "./events.ts"
import { notYetOpen, raised } from "./meeting.ts"
import { findMeetingToChange, updateMeeting } from "./store.ts"

export const cancelMeeting = command({
  name: "meetings.cancel",
  input: z.object({ meetingId: z.uuid(), reason: text(2000).min(1) }),
  find: ({ meetingId }, { db }) => findMeetingToChange(meetingId, db),
  allow: holds("meetings.prepare"),
  async run({ input, subject: meeting, db, now }) {
    notYetOpen(meeting)
    const sequence = raised(meeting)
    await updateMeeting(meeting, { state: "cancelled", cancelled_at: now, cancel_reason: input.reason, sequence }, db)
    return meetingCancelled({ meetingId: meeting.id, sequence, isConvened: meeting.state === "convened" })
  },
})
