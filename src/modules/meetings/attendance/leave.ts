import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { hour, ids } from "../../../kernel/input.ts"
import { invalid } from "../../../kernel/refusal.ts"
import { findMeetingToChange } from "../store.ts"
import { checkWithin } from "./arrive.ts"
import { peopleLeft } from "./events.ts"
import { mayHold, stillListed } from "./may-hold.ts"
import { momentSaid } from "./moment.ts"
import { staysOf } from "./room-of.ts"

/** Notes that people leave, now or at an hour. Whoever has left already stays so. Coming back is another arrival. */
export const leave = command({
  name: "attendance.leave",
  input: z.object({
    meetingId: z.uuid(),
    personIds: ids().refine((all) => all.length > 0, "required"),
    at: hour().nullish(),
  }),
  find: ({ meetingId }, { db }) => findMeetingToChange(meetingId, db),
  allow: mayHold,
  async run({ input, subject: meeting, ...given }) {
    const { db, now } = given
    await stillListed(meeting, given)
    const at = momentSaid(meeting, { at: input.at, now })
    checkWithin(meeting, at)
    const leaving = (await staysOf(meeting.id, db)).filter(
      ({ person_id, left_at }) => !left_at && input.personIds.includes(person_id),
    )
    if (leaving.some(({ arrived_at }) => Temporal.Instant.compare(at, arrived_at) < 0))
      invalid(["at"], "before_arrival")
    if (leaving.length > 0)
      await db
        .updateTable("attendances")
        .set({ left_at: at })
        .where(
          "id",
          "in",
          leaving.map(({ id }) => id),
        )
        .execute()
    return peopleLeft({
      meetingId: meeting.id,
      personIds: leaving.map(({ person_id }) => person_id),
      at: at.toString(),
    })
  },
})
