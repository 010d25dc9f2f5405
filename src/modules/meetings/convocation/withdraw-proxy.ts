import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { answers, stillAnswerable, throughOf } from "./answer.ts"
import { proxyWithdrawn } from "./events.ts"
import { endProxyOf, findInvitationToChange, writeAnswer } from "./store.ts"

/** Takes one's proxy back, without saying yet whether one comes. */
export const withdrawProxy = command({
  name: "proxies.withdraw",
  input: z.object({ invitationId: z.uuid() }),
  find: ({ invitationId }, { db }) => findInvitationToChange(invitationId, db),
  allow: answers,
  async run({ subject: { invitation, meeting }, actor, db, now }) {
    stillAnswerable(meeting)
    const proxyId = (await endProxyOf(meeting.id, invitation.person_id, now, db)) ?? refuse("proxies.none_given")
    const through = throughOf(actor, invitation.person_id)
    await writeAnswer(invitation.id, { answer: null, answered_at: now, answered_by: through }, db)
    return proxyWithdrawn({ proxyId, meetingId: meeting.id })
  },
})
