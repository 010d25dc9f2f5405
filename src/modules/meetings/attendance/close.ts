import { sql } from "kysely"
import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import type { Db } from "../../../kernel/db.ts"
import { hour } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import type { Meeting } from "../meeting.ts"
import { findMeetingToChange, updateMeeting } from "../store.ts"
import { meetingClosed, meetingReopened } from "./events.ts"
import { mayHold, notCirculated } from "./may-hold.ts"
import { momentSaid } from "./moment.ts"

/** Closes the meeting. The item that was being discussed ends with it; what was never opened is postponed. */
export const closeMeeting = command({
  name: "meetings.close",
  input: z.object({ meetingId: z.uuid(), at: hour().nullish() }),
  find: ({ meetingId }, { db }) => findMeetingToChange(meetingId, db),
  allow: mayHold,
  async run({ input: { at }, subject: meeting, db, now }) {
    if (meeting.state === "closed") refuse("attendance.already_closed")
    if (meeting.state !== "open") refuse("attendance.not_open")
    const closed_at = momentSaid(meeting, { at, now })
    const last = await lastMoment(meeting, db)
    if (last && Temporal.Instant.compare(closed_at, last) < 0) invalid(["at"], "before_the_last")
    await finishItems(meeting.id, closed_at, db)
    await updateMeeting(meeting, { state: "closed", closed_at }, db)
    return meetingClosed({ meetingId: meeting.id, bodyId: meeting.body_id, at: closed_at.toString() })
  },
})

/** Opens again what was closed by mistake, until its minutes circulate. */
export const reopenMeeting = command({
  name: "meetings.reopen",
  input: z.object({ meetingId: z.uuid() }),
  find: ({ meetingId }, { db }) => findMeetingToChange(meetingId, db),
  allow: mayHold,
  async run({ subject: meeting, db }) {
    if (meeting.state !== "closed") refuse("attendance.not_closed")
    await notCirculated(meeting, db)
    await updateMeeting(meeting, { state: "open", closed_at: null }, db)
    return meetingReopened({ meetingId: meeting.id, bodyId: meeting.body_id })
  },
})

const finishItems = async (meetingId: string, at: Temporal.Instant, db: Db) => {
  const items = () => db.updateTable("agenda_items").where("meeting_id", "=", meetingId).where("state", "=", "accepted")
  await items().set({ closed_at: at }).where("opened_at", "is not", null).where("closed_at", "is", null).execute()
  await items()
    .set({ outcome: sql`case purpose when 'inform' then 'informed' else 'discussed' end` })
    .where("opened_at", "is not", null)
    .where("outcome", "is", null)
    .execute()
  await items().set({ outcome: "postponed" }).where("opened_at", "is", null).where("outcome", "is", null).execute()
}

// The last thing that is written of the meeting: it cannot have ended before.
const lastMoment = async ({ id, opened_at }: Meeting, db: Db): Promise<Temporal.Instant | null> => {
  const row = await db
    .selectFrom("agenda_items")
    .select(({ fn }) => [fn.max("opened_at").as("opened"), fn.max("closed_at").as("closed")])
    .where("meeting_id", "=", id)
    .executeTakeFirst()
  const all = [opened_at, row?.opened, row?.closed].filter((at) => at instanceof Temporal.Instant)
  return all.toSorted(Temporal.Instant.compare).at(-1) ?? null
}
