import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import type { Event } from "../../../kernel/event.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { moved } from "../reschedule.ts"
import { findMeetingToChange, findType } from "../store.ts"
import { writeMeeting } from "../write-meeting.ts"
import { pollClosed } from "./events.ts"
import { findPollToChange, optionsOf, type Poll } from "./store.ts"

/** Takes one of the dates: the meeting is made, or moved to it, and the poll is closed. */
export const choosePollDate = command({
  name: "polls.choose",
  input: z.object({ pollId: z.uuid(), optionId: z.uuid() }),
  find: ({ pollId }, { db }) => findPollToChange(pollId, db),
  allow: holds("meetings.prepare"),
  async run({ input, subject: poll, ...given }) {
    stillOpen(poll)
    const option =
      (await optionsOf(poll.id, given.db)).find(({ id }) => id === input.optionId) ??
      invalid(["optionId"], "unknown_option")
    const { meetingId, events } = await meetingOn(option.starts, poll, given)
    await close(poll, meetingId, given)
    return [pollClosed({ pollId: poll.id, optionId: option.id, meetingId }), ...events]
  },
})

/** Closes a poll without taking a date. */
export const closePoll = command({
  name: "polls.close",
  input: z.object({ pollId: z.uuid() }),
  find: ({ pollId }, { db }) => findPollToChange(pollId, db),
  allow: holds("meetings.prepare"),
  async run({ subject: poll, input: _, ...given }) {
    stillOpen(poll)
    await close(poll, poll.meeting_id, given)
    return pollClosed({ pollId: poll.id, optionId: null, meetingId: null })
  },
})

const meetingOn = async (
  starts: Temporal.PlainDateTime,
  poll: Poll,
  given: Circumstances,
): Promise<{ meetingId: string; events: Event[] }> => {
  const meeting = poll.meeting_id ? await findMeetingToChange(poll.meeting_id, given.db) : undefined
  if (meeting) {
    const events = meeting.starts.equals(starts) ? [] : [await moved(meeting, starts, given.db)]
    return { meetingId: meeting.id, events }
  }
  const body = (await findBody(poll.body_id, given.db)) ?? refuse("not_found", {}, 404)
  const type = poll.type_id ? await findType(poll.type_id, body.id, given.db) : undefined
  const events = await writeMeeting({ body, type, starts, title: poll.title }, given)
  return { meetingId: events[0].facts.meetingId, events }
}

const stillOpen = (poll: Poll) => {
  if (poll.closed_at) refuse("polls.closed")
}

const close = (poll: Poll, meetingId: string | null, { db, now }: Circumstances) =>
  db.updateTable("date_polls").set({ closed_at: now, meeting_id: meetingId }).where("id", "=", poll.id).execute()
