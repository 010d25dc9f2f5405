import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import {
  findMeeting,
  type findMeetingToChange,
  isConfidentialReadBy,
  isStillWritten,
  itemsToDecide,
} from "../../meetings/contract.ts"

/** The meeting in which an election was held, if its minutes have not left yet. */
export const writtenMeeting = async (
  meetingId: string | null | undefined,
  find: typeof findMeetingToChange,
  given: Circumstances,
) => {
  const meeting = meetingId ? await find(meetingId, given.db) : undefined
  return meeting && (await isStillWritten(meeting, given.db)) ? meeting : undefined
}

/**
 * The meeting whose minutes will carry a decision, and its items, of which it may be one. `unread`: it is confidential, and whoever
 * writes the decision will not read it again.
 */
export const minutesOf = async (meetingId: string | null | undefined, given: Circumstances) => {
  const meeting = await writtenMeeting(meetingId, findMeeting, given)
  if (!meeting) return null
  const unread = meeting.confidential && !(await readsOf(meeting.id, given))
  return { title: meeting.title, items: await itemsToDecide(meeting, given), unread }
}

/** Whether the actor reads what a confidential meeting decides. */
const readsOf = async (meetingId: string, { actor, db, now }: Circumstances): Promise<boolean> => {
  if (!actor.personId) return false
  const { rows } = await sql<{ reads: boolean }>`
    select ${isConfidentialReadBy(actor.personId, dayOf(now))} as reads from meetings m where m.id = ${meetingId}`.execute(
    db,
  )
  return rows[0]?.reads === true
}
