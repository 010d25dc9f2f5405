import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { hour, ids } from "../../../kernel/input.ts"
import { invalid } from "../../../kernel/refusal.ts"
import { checkPeople } from "../check-people.ts"
import type { Meeting } from "../meeting.ts"
import { findMeetingToChange } from "../store.ts"
import { peopleArrived } from "./events.ts"
import { mayHold, stillListed } from "./may-hold.ts"
import { momentSaid } from "./moment.ts"
import { roomOf } from "./room-of.ts"

/**
 * Ticks people as they come in, now or at an hour. Whoever is in the room already stays as they are, so that two people may
 * tick the same list. Somebody who was not convened comes as a guest, without a vote.
 */
export const arrive = command({
  name: "attendance.arrive",
  input: z.object({
    meetingId: z.uuid(),
    personIds: ids().refine((all) => all.length > 0, "required"),
    at: hour().nullish(),
    remote: z.boolean().optional(),
  }),
  find: ({ meetingId }, { db }) => findMeetingToChange(meetingId, db),
  allow: mayHold,
  async run({ input, subject: meeting, ...given }) {
    const { actor, db, now } = given
    await stillListed(meeting, given)
    const at = momentSaid(meeting, { at: input.at, now, otherwise: meeting.opened_at })
    checkWithin(meeting, at)
    const { convened, stays } = await roomOf(meeting, given)
    await checkPeople(input.personIds, meeting, given)
    const coming = input.personIds.filter((id) => !stays.some((one) => one.person_id === id && !one.left_at))
    for (const { person_id, left_at } of stays)
      if (coming.includes(person_id) && left_at && Temporal.Instant.compare(left_at, at) > 0)
        invalid(["at"], "was_still_here")
    if (coming.length > 0)
      await db
        .insertInto("attendances")
        .values(
          coming.map((person_id) => ({
            organisation_id: actor.organisation,
            id: newId(),
            meeting_id: meeting.id,
            person_id,
            voting: convened.find((one) => one.person_id === person_id)?.voting ?? false,
            remote: input.remote ?? false,
            arrived_at: at,
            left_at: null,
          })),
        )
        .execute()
    return peopleArrived({ meetingId: meeting.id, personIds: coming, at: at.toString() })
  },
})

/** Refuses an hour after the end of a meeting that is over. */
export const checkWithin = ({ closed_at }: Pick<Meeting, "closed_at">, at: Temporal.Instant, field = "at") => {
  if (closed_at && Temporal.Instant.compare(at, closed_at) > 0) invalid([field], "after_the_end")
}
