import { sql } from "kysely"
import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { dayOf } from "../../../kernel/clock.ts"
import { line } from "../../../kernel/input.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { holds, membersOf } from "../../mandates/contract.ts"
import { addContact } from "../../people/contract.ts"
import { queueLetters, withdrawLetters } from "../../post/contract.ts"
import { checkPeople } from "../check-people.ts"
import { type Meeting, notYetOpen } from "../meeting.ts"
import { findMeetingToChange } from "../store.ts"
import { guestInvited } from "./events.ts"
import { orderFor, subjectOf } from "./orders.ts"
import { planOf } from "./plan.ts"
import { insertGuests, insertInvitations } from "./store.ts"

/**
 * Invites somebody without a vote: a person of the directory, or somebody from outside by name and address, who becomes a
 * contact of the body. With the convocation they get the letter all get; after it, at once.
 */
export const inviteGuest = command({
  name: "guests.invite",
  input: z.object({
    meetingId: z.uuid(),
    who: z.union([
      z.object({ personId: z.uuid() }),
      z.object({ given_name: line(100), family_name: line(100), email: z.email().max(254) }),
    ]),
  }),
  find: ({ meetingId }, { db }) => findMeetingToChange(meetingId, db),
  allow: holds("meetings.convene"),
  async run({ input: { who }, subject: meeting, ...given }) {
    notYetOpen(meeting)
    if (meeting.outside) refuse("meetings.outside")
    const { personId, events } =
      "personId" in who
        ? { personId: who.personId, events: [] }
        : await addContact({ ...who, bodyId: meeting.body_id }, given)
    if ("personId" in who) await checkPeople([personId], meeting, given)
    if (await isConvened(meeting, personId, given)) refuse("guests.already_convened")
    if (!(await insertGuests(meeting, [personId], given.now, given.db))) refuse("guests.already_invited")
    if (meeting.state === "convened") await convene(meeting, personId, given)
    return [guestInvited({ meetingId: meeting.id, personId }), ...events]
  },
})

/** Of those whom the type of meeting convenes, or who hold an invitation already. */
const isConvened = async (meeting: Meeting, personId: string, given: Circumstances): Promise<boolean> => {
  const isOf = (id: string) => id === personId
  if (meeting.state !== "convened")
    return (await planOf(meeting, [], given)).people.some((one) => !one.is_guest && isOf(one.person_id))
  const { rows } = await sql`
    select from invitations where meeting_id = ${meeting.id} and person_id = ${personId} and withdrawn_at is null`.execute(
    given.db,
  )
  return rows.length > 0
}

const convene = async (meeting: Meeting, personId: string, given: Circumstances): Promise<void> => {
  const { db, now } = given
  const convened = { convenes: "listed" as const, people: [personId] }
  const found = await membersOf(meeting.body_id, convened, dayOf(now, meeting.zone), db)
  const guests = found.map((one) => ({ ...one, is_guest: true, voting: false }))
  const invitations = await insertInvitations(meeting, guests, db)
  await withdrawLetters({ meetingId: meeting.id, kinds: ["withdrawal"], personIds: [personId] }, given)
  const subject = await subjectOf("convocation", meeting, db)
  await queueLetters(
    guests.map((one) => orderFor("convocation", meeting, one, invitations.get(one.person_id)!, subject)),
    given,
  )
}
