import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import { type Meeting, notYetOpen } from "../meeting.ts"
import { findMeetingToChange } from "../store.ts"
import { guestWithdrawn } from "./events.ts"
import { withdrawInvitation } from "./store.ts"
import { tellOfWithdrawal } from "./tell.ts"

/**
 * Takes a guest from the list. Who had the convocation is told, and their calendar lets the meeting go; what was sent before
 * stays written, as proof. Whoever was convened with a vote is no guest: that would change who decides.
 */
export const withdrawGuest = command({
  name: "guests.withdraw",
  input: z.object({ meetingId: z.uuid(), personId: z.uuid() }),
  find: ({ meetingId }, { db }) => findMeetingToChange(meetingId, db),
  allow: holds("meetings.convene"),
  async run({ input: { personId }, subject: meeting, ...given }) {
    notYetOpen(meeting)
    const { numDeletedRows } = await given.db
      .deleteFrom("meeting_guests")
      .where("meeting_id", "=", meeting.id)
      .where("person_id", "=", personId)
      .executeTakeFirstOrThrow()
    if (numDeletedRows === 0n) refuse("not_found", {}, 404)
    const told = meeting.state === "convened" && (await uninvite(meeting, personId, given))
    return guestWithdrawn({ meetingId: meeting.id, personId, told })
  },
})

const uninvite = async (meeting: Meeting, personId: string, given: Circumstances): Promise<boolean> => {
  const invitation = await withdrawInvitation(meeting.id, personId, given)
  if (!invitation) return false
  if (invitation.voting) refuse("guests.has_a_vote")
  return tellOfWithdrawal(meeting, personId, given)
}
