import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { holds } from "../../mandates/contract.ts"
import { findMeetingToChange } from "../store.ts"
import { guestWithdrawn } from "./events.ts"

/** Takes a guest from the list before anything left. Who has a letter in hand is told otherwise. */
export const withdrawGuest = command({
  name: "guests.withdraw",
  input: z.object({ meetingId: z.uuid(), personId: z.uuid() }),
  find: ({ meetingId }, { db }) => findMeetingToChange(meetingId, db),
  allow: holds("meetings.convene"),
  async run({ input: { personId }, subject: meeting, db }) {
    if (meeting.state !== "preparing") refuse("guests.letter_left")
    const { numDeletedRows } = await db
      .deleteFrom("meeting_guests")
      .where("meeting_id", "=", meeting.id)
      .where("person_id", "=", personId)
      .executeTakeFirstOrThrow()
    if (numDeletedRows === 0n) refuse("not_found", {}, 404)
    return guestWithdrawn({ meetingId: meeting.id, personId })
  },
})
