import { json } from "../../kernel/db.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import type { Language } from "../../kernel/words/words.ts"
import { say } from "../../words.ts"
import { stillQuorate } from "../decisions/contract.ts"
import { findMeeting, findMeetingToChange, roomForVote, type RoomForVote } from "../meetings/contract.ts"
import { type Ballot, stateOf } from "./ballot.ts"

type OfOperation = Pick<Ballot, "operation_id">

/**
 * The room of the meeting at which a vote opens, to be kept with it; null where it is held at none, or the meeting is not open. The meeting is
 * locked, so that who comes and goes meanwhile counts before or after. Refuses a vote without the number as a decision is refused.
 */
export const freezeRoom = async (ballot: OfOperation, given: Circumstances) => {
  const meetingId = await meetingIdOf(ballot, given)
  const meeting = meetingId ? await findMeetingToChange(meetingId, given.db) : undefined
  const room = meeting && (await roomForVote(meeting, given))
  if (!room) return null
  stillQuorate({ quorum: room, waived: room.waiver !== null })
  return json(room)
}

/**
 * What the meeting of a vote says of its quorum: as it was kept at the opening, or, before, as it is now. Null: held at no meeting, or at a
 * confidential one, of which those who hold the vote read alone.
 */
export const roomInWords = async (ballot: Ballot, holdsIt: boolean, given: Circumstances) => {
  const { language } = given.actor
  const isPrepared = stateOf(ballot, given.now) === "prepared"
  const meetingId = ballot.meeting_room || isPrepared ? await meetingIdOf(ballot, given) : null
  const meeting = meetingId ? await findMeeting(meetingId, given.db) : undefined
  if (!meeting || (meeting.confidential && !holdsIt)) return null
  if (ballot.meeting_room) return told(ballot.meeting_room, "opened", language)
  const room = await roomForVote(meeting, given)
  return room
    ? told(room, "now", language)
    : { sentence: say(language, "votes.room.not_open"), reached: true, waiver: null, rule: null, source: null }
}

/** The same in a few sentences, as a paper keeps it: of a vote that kept none, nothing. */
export const roomOnPaper = (room: RoomForVote | null, language: Language): string => {
  if (!room) return ""
  const { sentence, waiver } = told(room, "opened", language)
  return [sentence, waiver && say(language, "votes.room.waived", { why: waiver })].filter(Boolean).join(" ")
}

const told = (room: RoomForVote, when: "opened" | "now", language: Language) => {
  const { counted, members, required, reached, counts, present, represented, rule, source, waiver } = room
  const sentence =
    required > 0
      ? say(language, "votes.room.quorum", { when, counts, counted, members, required, reached: String(reached) })
      : say(language, "votes.room.present", { when, present, represented })
  return { sentence, reached, waiver: waiver && waiver.words, rule, source }
}

const meetingIdOf = async ({ operation_id }: OfOperation, { db }: Circumstances): Promise<string | null> =>
  operation_id
    ? (
        await db
          .selectFrom("voting_operations")
          .select("meeting_id")
          .where("id", "=", operation_id)
          .executeTakeFirstOrThrow()
      ).meeting_id
    : null
