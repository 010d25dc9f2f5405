import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { instantOf } from "../../../kernel/clock.ts"
import { hour, line } from "../../../kernel/input.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { checkPeople } from "../check-people.ts"
import { findMeetingToChange, updateMeeting } from "../store.ts"
import { firstNamed, meetingOpened, quorumWaived } from "./events.ts"
import { mayHold, notCirculated } from "./may-hold.ts"
import { momentSaid } from "./moment.ts"
import { checkFirst } from "./second-convocation.ts"

/** Opens the meeting, under a chair. A meeting written up later opens at the hour it was planned for, unless another is said. */
export const openMeeting = command({
  name: "meetings.open",
  input: z.object({
    meetingId: z.uuid(),
    chairId: z.uuid(),
    scribeId: z.uuid().nullish(),
    at: hour().nullish(),
  }),
  find: ({ meetingId }, { db }) => findMeetingToChange(meetingId, db),
  allow: mayHold,
  async run({ input: { chairId, scribeId, at }, subject: meeting, ...given }) {
    const { db, now } = given
    if (meeting.outside) refuse("attendance.outside")
    if (meeting.state === "cancelled") refuse("meetings.cancelled")
    if (meeting.state !== "preparing" && meeting.state !== "convened") refuse("attendance.already_open")
    await checkPeople([chairId, scribeId], meeting, given)
    const planned = instantOf(meeting.starts, meeting.zone)
    const opened_at = momentSaid(meeting, { at, now, otherwise: planned })
    // The evening of the day before is early already: such a meeting was moved, and is moved first.
    if (opened_at.until(planned).total("hours") > 12) refuse("attendance.not_today")
    const scribe = scribeId === undefined ? meeting.scribe_id : scribeId
    await updateMeeting(meeting, { state: "open", opened_at, chair_id: chairId, scribe_id: scribe }, db)
    return meetingOpened({ meetingId: meeting.id, bodyId: meeting.body_id, at: opened_at.toString() })
  },
})

/**
 * Says why the meeting decides without the number where the rulebook does not know it, or takes it back with null. What is
 * decided so is marked irregular.
 */
export const waiveQuorum = command({
  name: "meetings.waiveQuorum",
  input: z.object({ meetingId: z.uuid(), reason: line(500).nullable() }),
  find: ({ meetingId }, { db }) => findMeetingToChange(meetingId, db),
  allow: mayHold,
  async run({ input: { reason }, subject: meeting, db }) {
    if (meeting.state === "cancelled") refuse("meetings.cancelled")
    await notCirculated(meeting, db)
    await updateMeeting(meeting, { quorum_waiver: reason }, db)
    return quorumWaived({ meetingId: meeting.id, waived: reason !== null })
  },
})

/** Says which meeting without the number this one takes up again; with null, the one that is found by itself. */
export const nameFirst = command({
  name: "meetings.nameFirst",
  input: z.object({ meetingId: z.uuid(), firstId: z.uuid().nullable() }),
  find: ({ meetingId }, { db }) => findMeetingToChange(meetingId, db),
  allow: mayHold,
  async run({ input: { firstId }, subject: meeting, ...given }) {
    if (meeting.state === "cancelled") refuse("meetings.cancelled")
    await notCirculated(meeting, given.db)
    if (firstId) await checkFirst(firstId, meeting, given)
    await updateMeeting(meeting, { first_meeting_id: firstId }, given.db)
    return firstNamed({ meetingId: meeting.id, firstId })
  },
})
