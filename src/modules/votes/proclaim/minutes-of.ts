import type { Circumstances } from "../../../kernel/rule.ts"
import { findMeeting, type findMeetingToChange, isStillWritten, itemsToDecide } from "../../meetings/contract.ts"

/** The meeting in which an election was held, if its minutes have not left yet. */
export const writtenMeeting = async (
  meetingId: string | null | undefined,
  find: typeof findMeetingToChange,
  given: Circumstances,
) => {
  const meeting = meetingId ? await find(meetingId, given.db) : undefined
  return meeting && (await isStillWritten(meeting, given.db)) ? meeting : undefined
}

/** The meeting whose minutes will carry a decision, and its items, of which it may be one. */
export const minutesOf = async (meetingId: string | null | undefined, given: Circumstances) => {
  const meeting = await writtenMeeting(meetingId, findMeeting, given)
  return meeting ? { title: meeting.title, items: await itemsToDecide(meeting, given) } : null
}
