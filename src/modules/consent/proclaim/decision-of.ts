import { invalid, refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { Language } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { findElectionDecision, recordDecision } from "../../decisions/contract.ts"
import { decidedByVote, findMeetingToChange } from "../../meetings/contract.ts"
import { houseLanguage, writtenMeeting } from "../../votes/contract.ts"
import type { ElectedByConsent } from "../elected.ts"
import type { Election } from "../election.ts"

/** Writes an election under the next number of its body; in its meeting as long as the minutes can take it up. Refuses it twice. */
export const writeElectionDecision = async (
  election: Election,
  { what, elected_at }: ElectedByConsent,
  { text, itemId = null }: { text: string; itemId?: string | null | undefined },
  given: Circumstances,
) => {
  if (await findElectionDecision(election.id, given.db)) refuse("consent.already_decided")
  const meeting = await writtenMeeting(election.meeting_id, findMeetingToChange, given)
  if (itemId && !meeting) invalid(["itemId"], "invalid_value")
  const item = meeting && itemId ? await decidedByVote(meeting, itemId, given) : null
  return recordDecision(
    {
      bodyId: election.body_id,
      origin: { electionId: election.id, meetingId: meeting?.id ?? null, itemId },
      matterId: item?.matterId,
      title: say(await houseLanguage(given), "consent.election.of", { what }),
      text,
      how: "consent",
      confidential: (item?.confidential || meeting?.confidential) ?? false,
      at: elected_at,
      year: elected_at.toZonedDateTimeISO(election.zone).year,
    },
    { adopted: true, votes: null, majority: null },
    { quorum: null, waiver: null, rule: null },
    given,
  )
}

/** What the register will say, until somebody says it better: the result, for how long, and on which conditions. */
export const decisionSaid = ({ words, term, conditions }: ElectedByConsent, language: Language): string =>
  [
    words,
    ...(term ? [say(language, "consent.said.term", { term })] : []),
    ...(conditions ? [say(language, "consent.result.conditions", { conditions })] : []),
  ].join("\n")
