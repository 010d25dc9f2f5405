import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import type { Event } from "../../../kernel/event.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import { mayWrite } from "../attendance/may-hold.ts"
import { approveFrom } from "./approve.ts"
import { findMinutesToChange } from "./store.ts"

/** Records that a meeting approved the minutes of an earlier one, where it was done without an item for it. */
export const approveMinutes = command({
  name: "minutes.approve",
  input: z.object({ meetingId: z.uuid(), inMeetingId: z.uuid() }),
  find: ({ meetingId }, given) => findMinutesToChange(meetingId, given),
  allow: mayWrite,
  async run({ input, subject: { meeting, minutes }, ...given }) {
    if (minutes.state === "approved") refuse("minutes.approved")
    const approving = await given.db
      .selectFrom("meetings")
      .select(["id", "opened_at", "starts"])
      .where("id", "=", input.inMeetingId)
      .where("body_id", "=", meeting.body_id)
      .where("id", "<>", meeting.id)
      .where("state", "in", ["open", "closed"])
      .executeTakeFirst()
    if (!approving?.opened_at) return invalid(["inMeetingId"], "unknown_meeting")
    if (Temporal.PlainDateTime.compare(approving.starts, meeting.starts) < 0)
      invalid(["inMeetingId"], "earlier_meeting")
    const [approved] = (await approveFrom(meeting.id, approving, given.now, given)) as [Event]
    return approved
  },
})
