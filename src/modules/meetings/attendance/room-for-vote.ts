import type { Circumstances } from "../../../kernel/rule.ts"
import { valueInWords } from "../../../kernel/law/value-in-words.ts"
import type { Waiver } from "../../decisions/contract.ts"
import type { Meeting } from "../meeting.ts"
import { officialLanguage } from "../minutes/store.ts"
import { roomOf } from "./room-of.ts"
import { secondConvocationOf, secondSentence } from "./second-convocation.ts"

/** The room of a meeting as a vote of its own takes it over: figures, the rule they answer, and why it may do without the number. */
export type RoomForVote = {
  at: string
  present: number
  represented: number
  /** How many make the base of the rule. */
  members: number
  counted: number
  required: number
  reached: boolean
  /** Whether those represented count for the number. */
  counts: "present" | "present_or_represented"
  rule: string | null
  source: string | null
  waiver: Waiver | null
}

/** The room of an open meeting at this moment; null where the meeting is not going on. Of a vote nobody knows which item it is of: a second convocation holds for all of them. */
export const roomForVote = async (meeting: Meeting, given: Circumstances): Promise<RoomForVote | null> => {
  if (meeting.state !== "open") return null
  const { law, quorumAt } = await roomOf(meeting, given)
  const { present, represented, members, counted, required, reached } = quorumAt(given.now)
  const { value, record } = law.quorum
  const language = await officialLanguage(given)
  const second = reached ? null : await secondConvocationOf(meeting, law, given)
  const waived = meeting.quorum_waiver && { words: meeting.quorum_waiver, regular: false }
  return {
    at: given.now.toString(),
    present: present.length,
    represented: represented.length,
    members,
    counted,
    required,
    reached,
    counts: value && value.of !== "nobody" ? value.counts : "present_or_represented",
    rule: record && value ? valueInWords(language, record) : null,
    source: record?.legal_basis ?? null,
    waiver: reached ? null : second ? { words: secondSentence(second, language), regular: true } : waived || null,
  }
}
