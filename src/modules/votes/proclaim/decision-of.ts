import { invalid, refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { findBodyEvenClosed } from "../../bodies/contract.ts"
import { findBallotDecision, type How, recordDecision, type Result } from "../../decisions/contract.ts"
import { decidedByVote, isStillWritten, findMeetingToChange } from "../../meetings/contract.ts"
import type { Ballot } from "../ballot.ts"
import { findOperation } from "../operation/operation.ts"
import { simpleMajority } from "../outcome.ts"
import { isSettled } from "./elected.ts"

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
  const meeting = await meetingOf(ballot, findMeetingToChange, given)
  if (itemId && !meeting) invalid(["itemId"], "invalid_value")
  const item = meeting && itemId ? await decidedByVote(meeting, itemId, given) : null
  const at = ballot.closed_at!
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
      quorum: ballot.result!.quorum ?? null,
      waiver: null,
      rule: ballot.kind === "yes_no" ? (ballot.rule ?? simpleMajority) : null,
    },
    given,
  )
}

const hows: Record<Ballot["manner"], How> = {
  named: "roll_call",
  hand: "show_of_hands",
  paper: "ballot",
  secret: "ballot",
}

/** The meeting of the operation, if its minutes have not left yet. */
export const meetingOf = async ({ operation_id }: Ballot, find: typeof findMeetingToChange, given: Circumstances) => {
  const operation = operation_id ? await findOperation(operation_id, given) : undefined
  const meeting = operation?.meeting_id ? await find(operation.meeting_id, given.db) : undefined
  return meeting && (await isStillWritten(meeting, given.db)) ? meeting : undefined
}

const resultOf = ({ kind, result }: Ballot): Result => {
  if (kind !== "yes_no") return { adopted: true, votes: null, majority: null }
  const { adopted, votes, blank, steps } = result!
  return {
    adopted: adopted!,
    votes: { ...votes!, blank },
    majority: { adopted: adopted!, explanation: steps ?? [] },
  }
}
