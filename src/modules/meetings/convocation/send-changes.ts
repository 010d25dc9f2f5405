import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { holds } from "../../mandates/contract.ts"
import { raised } from "../meeting.ts"
import { findMeetingToChange, updateMeeting } from "../store.ts"
import { changesSent } from "./events.ts"
import { tellOfChange } from "./tell.ts"

/**
 * Sends the agenda as it is now to all who were convened. By hand, not at each item added: a secretary adds three in a row,
 * and sixty people would have three letters.
 */
export const sendChanges = command({
  name: "meetings.sendChanges",
  input: z.object({ meetingId: z.uuid() }),
  find: ({ meetingId }, { db }) => findMeetingToChange(meetingId, db),
  allow: holds("meetings.convene"),
  async run({ subject: meeting, ...given }) {
    if (meeting.state !== "convened") refuse("meetings.not_convened")
    const sequence = raised(meeting)
    await updateMeeting(meeting, { sequence }, given.db)
    const people = await tellOfChange({ ...meeting, sequence }, given)
    return changesSent({ meetingId: meeting.id, sequence, people })
  },
})
