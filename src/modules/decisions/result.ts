import { type MajorityResult, type MajorityRule, majorityReached } from "../../kernel/law/majority.ts"
import type { Quorum } from "../../kernel/law/quorum.ts"
import { invalid, refuse } from "../../kernel/refusal.ts"
import type { DecisionRow } from "./tables.ts"

export type How = Exclude<DecisionRow["how"], "written">
export type Vote = "for" | "against" | "abstained" | "blank"
export type Votes = { for: number; against: number; abstained: number; blank: number }

/** What the chair announces. By consent there are no figures; a roll call is counted from its names. */
export type Said = {
  how: How
  votes?: Votes | null | undefined
  roll?: readonly { personId: string; vote: Vote }[] | null | undefined
  /** How the chair voted, when a tie waits for it. */
  chair?: "for" | "against" | null | undefined
  /** Said by the chair where no rule of majority is known. */
  adopted?: boolean | null | undefined
}

/** Who could vote at that moment: those present and those represented. */
export type Room = {
  quorum: Pick<Quorum, "reached" | "counted" | "required" | "present" | "represented">
  waived: boolean
}

export type Result = {
  adopted: boolean
  votes: Votes | null
  majority: Pick<MajorityResult, "adopted" | "explanation"> | null
}

/** Refuses `decisions.no_quorum`, unless the meeting is valid without. */
export const stillQuorate = ({ quorum, waived }: { quorum: Numbers; waived: boolean }) => {
  const { reached, counted, required } = quorum
  if (!reached && !waived) refuse("decisions.no_quorum", { counted, required })
}
type Numbers = Pick<Quorum, "reached" | "counted" | "required">

/**
 * What came out of a vote. Refuses `decisions.no_quorum` (unless the meeting is valid without), more votes than voters, a
 * name that has no vote here, and a tie that waits for the chair; asks for `adopted` where no rule says how to count.
 */
export const resultOf = (said: Said, rule: MajorityRule | null, room: Room, members: number): Result => {
  stillQuorate(room)
  const { quorum } = room
  if (said.how === "consent") return { adopted: true, votes: null, majority: null }
  const voters = [...quorum.present, ...quorum.represented.map(({ from }) => from)]
  const votes =
    said.how === "roll_call" ? called(said.roll ?? [], voters) : (said.votes ?? invalid(["votes"], "required"))
  const cast = votes.for + votes.against + votes.abstained + votes.blank
  if (cast > voters.length) refuse("decisions.too_many_votes", { cast, voters: voters.length })
  if (!rule) return { adopted: said.adopted ?? invalid(["adopted"], "required"), votes, majority: null }
  const majority = majorityReached(rule, {
    for: BigInt(votes.for),
    against: BigInt(votes.against),
    abstained: BigInt(votes.abstained),
    blank: BigInt(votes.blank),
    present: BigInt(voters.length),
    members: BigInt(members),
    ...(said.chair ? { chair: said.chair } : {}),
  })
  return { adopted: majority.adopted ?? refuse("decisions.tie", {}), votes, majority }
}

const called = (roll: NonNullable<Said["roll"]>, voters: readonly string[]): Votes => {
  const votes: Votes = { for: 0, against: 0, abstained: 0, blank: 0 }
  const seen = new Set<string>()
  for (const [index, { personId, vote }] of roll.entries()) {
    if (!voters.includes(personId)) invalid(["roll", index, "personId"], "has_no_vote")
    if (seen.has(personId)) invalid(["roll", index, "personId"], "voted_twice")
    seen.add(personId)
    votes[vote]++
  }
  if (seen.size === 0) invalid(["roll"], "required")
  return votes
}
