import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { hour } from "../../../kernel/input.ts"
import { invalid } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { findMeetingToChange } from "../store.ts"
import { checkWithin } from "./arrive.ts"
import { stayChanged, stayRemoved } from "./events.ts"
import { mayHold, stillListed } from "./may-hold.ts"
import { momentOf } from "./moment.ts"
import { type Stay, staysOf } from "./room-of.ts"

/** Puts right the hours of one stay; `leftAt` null: still in the room. The journal keeps what was written first. */
export const changeStay = command({
  name: "attendance.change",
  input: z.object({
    stayId: z.uuid(),
    arrivedAt: hour().optional(),
    leftAt: hour().nullish(),
    remote: z.boolean().optional(),
  }),
  find: ({ stayId }, given) => findStayToChange(stayId, given),
  allow: mayHold,
  async run({ input, subject: { meeting, stay }, ...given }) {
    const { db, now } = given
    await stillListed(meeting, given)
    const arrived_at = input.arrivedAt ? momentOf(meeting, input.arrivedAt) : stay.arrived_at
    const left_at =
      input.leftAt === undefined ? stay.left_at : input.leftAt === null ? null : momentOf(meeting, input.leftAt)
    for (const [field, at] of [["arrivedAt", arrived_at] as const, ["leftAt", left_at] as const]) {
      if (at && Temporal.Instant.compare(at, now) > 0) invalid([field], "in_the_future")
      if (at) checkWithin(meeting, at, field)
    }
    if (left_at && Temporal.Instant.compare(left_at, arrived_at) < 0) invalid(["leftAt"], "before_arrival")
    const others = (await staysOf(meeting.id, db)).filter(
      ({ id, person_id }) => id !== stay.id && person_id === stay.person_id,
    )
    if (others.some((other) => overlap({ arrived_at, left_at }, other))) invalid(["arrivedAt"], "was_still_here")
    await db
      .updateTable("attendances")
      .set({ arrived_at, left_at, remote: input.remote ?? stay.remote })
      .where("id", "=", stay.id)
      .execute()
    return stayChanged({
      meetingId: meeting.id,
      personId: stay.person_id,
      from: stay.arrived_at.toString(),
      to: stay.left_at?.toString() ?? "",
      arrivedAt: arrived_at.toString(),
      leftAt: left_at?.toString() ?? null,
    })
  },
})

/** Takes back a tick that was a mistake. */
export const removeStay = command({
  name: "attendance.remove",
  input: z.object({ stayId: z.uuid() }),
  find: ({ stayId }, given) => findStayToChange(stayId, given),
  allow: mayHold,
  async run({ subject: { meeting, stay }, input: _, ...given }) {
    await stillListed(meeting, given)
    await given.db.deleteFrom("attendances").where("id", "=", stay.id).execute()
    return stayRemoved({
      meetingId: meeting.id,
      personId: stay.person_id,
      arrivedAt: stay.arrived_at.toString(),
    })
  },
})

// The meeting first, as everywhere; then the stay is read again, for the one who held the lock may have removed it.
const findStayToChange = async (stayId: string, { db }: Circumstances) => {
  const find = () => db.selectFrom("attendances").selectAll().where("id", "=", stayId).executeTakeFirst()
  const where = await find()
  const meeting = where && (await findMeetingToChange(where.meeting_id, db))
  const stay = meeting && (await find())
  if (!meeting || !stay) return undefined
  return { meeting, stay, body_id: meeting.body_id, chair_id: meeting.chair_id, scribe_id: meeting.scribe_id }
}

const overlap = (a: Pick<Stay, "arrived_at" | "left_at">, b: Pick<Stay, "arrived_at" | "left_at">) =>
  isBefore(a.arrived_at, b.left_at) && isBefore(b.arrived_at, a.left_at)
const isBefore = (at: Temporal.Instant, end: Temporal.Instant | null) =>
  end === null || Temporal.Instant.compare(at, end) < 0
