import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { answers, stillAnswerable, throughOf } from "./answer.ts"
import { proxyGiven } from "./events.ts"
import { proxyCap } from "./plan.ts"
import { endProxyOf, findInvitationToChange, holdersFor, writeAnswer } from "./store.ts"

/** Gives one's vote to somebody convened with a vote, within the cap of the rulebook. A newer proxy replaces the older. */
export const giveProxy = command({
  name: "proxies.give",
  input: z.object({ invitationId: z.uuid(), holderId: z.uuid() }),
  find: ({ invitationId }, { db }) => findInvitationToChange(invitationId, db),
  allow: answers,
  async run({ input, subject: { invitation, meeting }, ...given }) {
    const { actor, db, now } = given
    stillAnswerable(meeting)
    if (!invitation.voting) refuse("proxies.no_vote")
    const cap = await proxyCap(meeting, given)
    if (cap === 0) refuse("proxies.none_allowed")
    const holder = (await holdersFor(meeting.id, invitation.person_id, db)).find(
      ({ person_id }) => person_id === input.holderId,
    )
    if (!holder) refuse("proxies.not_a_holder")
    if (holder!.held >= cap) refuse("proxies.over_cap", { cap })
    await endProxyOf(meeting.id, invitation.person_id, now, db)
    const proxyId = newId()
    const through = throughOf(actor, invitation.person_id)
    await db
      .insertInto("proxies")
      .values({
        organisation_id: actor.organisation,
        id: proxyId,
        meeting_id: meeting.id,
        giver_id: invitation.person_id,
        holder_id: input.holderId,
        given_at: now,
        given_by: through,
      })
      .execute()
    await writeAnswer(invitation.id, { answer: "proxy", answered_at: now, answered_by: through }, db)
    return proxyGiven({ proxyId, meetingId: meeting.id, through })
  },
})
