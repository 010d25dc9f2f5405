import { anyOf, type Rule } from "../../kernel/rule.ts"
import { holds, isGiven } from "../mandates/contract.ts"

/** What happens to one meeting: the meeting itself, or one of its items beside it. */
type OfMeeting = { body_id: string } & ({ id: string } | { meeting: { id: string } })

export const meetingOf = (subject: OfMeeting): string => ("meeting" in subject ? subject.meeting.id : subject.id)

/** Who prepares one meeting: by mandate, or because it was given to them. */
export const preparesIt: Rule<OfMeeting> = anyOf<OfMeeting>(
  holds("meetings.prepare"),
  isGiven("meeting", "meetings.prepare", meetingOf),
)
