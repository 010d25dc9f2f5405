import { invalid, refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { findBodyEvenClosed } from "../../bodies/contract.ts"
import { findBallotDecision, type How, recordDecision, type Result } from "../../decisions/contract.ts"
import {
  decidedByVote,
  findMeeting,
  findMeetingToChange,
  isStillWritten,
  type RoomForVote,
} from "../../meetings/contract.ts"
import type { Ballot } from "../ballot.ts"
import { findOperation } from "../operation/operation.ts"
import { simpleMajority } from "../outcome.ts"
import { isSettled } from "./elected.ts"
import { writtenMeeting } from "./minutes-of.ts"

/**
 * Writes what a closed vote decided under the next number of its body, with its figures and its rule as they were counted; in
 * the meeting of its operation as long as its minutes can take it up. Refuses what is not settled, and what was written already.
 */
export const writeBallotDecision = async (
  ballot: Ballot,
  { text, itemId = null }: { text: string; itemId?: string | null | undefined },
  given: Circumstances,
) => {
  if (!isSettled(ballot)) refuse("votes.not_settled")
  if (await findBallotDecision(ballot.id, given.db)) refuse("votes.already_decided")
  const { zone } = (await findBodyEvenClosed(ballot.body_id, given.db))!
  const meeting = await writtenMeeting(await meetingIdOf(ballot, given), findMeetingToChange, given)
  if (itemId && !meeting) invalid(["itemId"], "invalid_value")
  const item = meeting && itemId ? await decidedByVote(meeting, itemId, given) : null
  const at = ballot.closed_at!
  const room = await roomToTell(ballot, given)
  return recordDecision(
    {
      bodyId: ballot.body_id,
      origin: { ballotId: ballot.id, meetingId: meeting?.id ?? null, itemId },
      matterId: item?.matterId,
      title: ballot.title,
      text,
      how: hows[ballot.manner],
      confidential: (item?.confidential || meeting?.confidential) ?? false,
      at,
      year: at.toZonedDateTimeISO(zone).year,
    },
    resultOf(ballot),
    {
      quorum: ballot.result!.quorum ?? (room && numbersOf(room)),
      waiver: room && room.waiver,
      rule: ballot.kind === "yes_no" ? (ballot.rule ?? simpleMajority) : null,
    },
    given,
  )
}

/** Who was at the meeting, for a decision; one whose minutes have left is read by all of its body, and says nothing of a confidential one. */
export const roomToTell = async (ballot: Ballot, given: Circumstances): Promise<RoomForVote | null> => {
  if (!ballot.meeting_room) return null
  const meetingId = await meetingIdOf(ballot, given)
  const meeting = meetingId ? await findMeeting(meetingId, given.db) : undefined
  return !meeting?.confidential || (await isStillWritten(meeting, given.db)) ? ballot.meeting_room : null
}

const numbersOf = ({ counted, required, reached }: RoomForVote) => ({ counted, required, reached })

const hows: Record<Ballot["manner"], How> = {
  named: "roll_call",
  hand: "show_of_hands",
  paper: "ballot",
  secret: "ballot",
}

/** The meeting in which the operation of a vote is held. */
export const meetingIdOf = async ({ operation_id }: Ballot, given: Circumstances) =>
  operation_id ? (await findOperation(operation_id, given))?.meeting_id : null

const resultOf = ({ kind, result }: Ballot): Result => {
  if (kind !== "yes_no") return { adopted: true, votes: null, majority: null }
  const { adopted, votes, blank, steps } = result!
  return {
    adopted: adopted!,
    votes: { ...votes!, blank },
    majority: { adopted: adopted!, explanation: steps ?? [] },
  }
}
