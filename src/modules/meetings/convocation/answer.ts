import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { text } from "../../../kernel/input.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { type Actor, anyOf, rule } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import type { Meeting } from "../meeting.ts"
import type { Through } from "../tables.ts"
import { invitationAnswered } from "./events.ts"
import { endProxyOf, findInvitationToChange, type InvitationToChange, writeAnswer } from "./store.ts"

export const isInvited = rule<InvitationToChange>(
  "isInvited",
  ({ invitation }, { actor }) => invitation.person_id === actor.personId,
)

/** One answers for oneself, or whoever convenes writes down what they were told. */
export const answers = anyOf<InvitationToChange>(isInvited, holds("meetings.convene"))

/** Present or excused, until the meeting opens. Whoever says they come takes back the proxy they gave. */
export const answerInvitation = command({
  name: "invitations.answer",
  input: z.object({
    invitationId: z.uuid(),
    answer: z.enum(["present", "excused"]),
    note: text(500).nullish(),
  }),
  find: ({ invitationId }, { db }) => findInvitationToChange(invitationId, db),
  allow: answers,
  async run({ input, subject: { invitation, meeting }, actor, db, now }) {
    stillAnswerable(meeting)
    const through = throughOf(actor, invitation.person_id)
    await endProxyOf(meeting.id, invitation.person_id, now, db)
    await writeAnswer(
      invitation.id,
      { answer: input.answer, answered_at: now, answered_by: through, answer_note: input.note || null },
      db,
    )
    return invitationAnswered({ invitationId: invitation.id, meetingId: meeting.id, answer: input.answer, through })
  },
})

/** Answers are taken from the convocation to the opening; then the room decides. */
export const stillAnswerable = (meeting: Pick<Meeting, "state">) => {
  if (meeting.state === "cancelled") refuse("meetings.cancelled")
  if (meeting.state !== "convened") refuse("invitations.closed")
}

export const throughOf = (actor: Actor, personId: string): Through =>
  actor.via === "link"
    ? "link"
    : actor.via === "system"
      ? "calendar"
      : actor.personId === personId
        ? "app"
        : "secretariat"
