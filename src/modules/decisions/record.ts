import { confide } from "../../kernel/confide.ts"
import { json } from "../../kernel/db.ts"
import type { Event } from "../../kernel/event.ts"
import { newId } from "../../kernel/id.ts"
import type { MajorityRule } from "../../kernel/law/majority.ts"
import type { Quorum } from "../../kernel/law/quorum.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { takeNumber } from "../bodies/contract.ts"
import { decisionTaken } from "./events.ts"
import type { How, Result, Said } from "./result.ts"

/** Where it was taken: on an item of a meeting; or by a vote or an election without candidate, which may belong to a meeting too. */
export type Origin =
  | { meetingId: string; itemId: string; ballotId?: undefined; electionId?: undefined }
  | { ballotId: string; electionId?: undefined; meetingId: string | null; itemId: string | null }
  | { electionId: string; ballotId?: undefined; meetingId: string | null; itemId: string | null }

export type NewDecision = Pick<Said, "roll"> & {
  how: How
  bodyId: string
  origin: Origin
  matterId?: string | null | undefined
  title: string
  text: string
  confidential: boolean
  reviewOn?: Temporal.PlainDate | null | undefined
  at: Temporal.Instant
  /** The year of its number: that of the day in the body's zone. */
  year: number
}

/** Why it may be decided without the number: by the rulebook, or for a reason somebody wrote, which makes it irregular. */
export type Waiver = { words: string; regular: boolean }

/** As it was at the moment of the decision; kept with it for good. Of a vote of its own, how many had to take part, where that was asked. */
export type Frozen = {
  quorum: Quorum | Pick<Quorum, "reached" | "counted" | "required"> | null
  waiver: Waiver | null
  rule: MajorityRule | null
}

/** How it stands with the decision. */
export type FrozenQuorum = Quorum & { waiver: string | null; irregular?: boolean }

/**
 * Writes a decision and what came out under the next number of its body and year, for a command that has asked who may, counted
 * (`resultOf`, or a vote that is closed), and locked the meeting or the vote. Its event goes beside that command's own.
 */
export const recordDecision = async (
  decision: NewDecision,
  result: Result,
  { quorum, waiver, rule }: Frozen,
  given: Circumstances,
): Promise<ReturnType<typeof decisionTaken>> => {
  const { actor, db } = given
  const { meetingId, itemId, ballotId = null, electionId = null } = decision.origin
  const number = await takeNumber(decision.bodyId, "decision", decision.year, db)
  const decisionId = newId()
  await db
    .insertInto("decisions")
    .values({
      organisation_id: actor.organisation,
      id: decisionId,
      body_id: decision.bodyId,
      meeting_id: meetingId,
      item_id: itemId,
      ballot_id: ballotId,
      election_id: electionId,
      matter_id: decision.matterId ?? null,
      year: decision.year,
      number,
      title: decision.title,
      text: confide(given, decision.confidential).text(decision.text),
      how: decision.how,
      ...figures(result),
      quorum: json(
        quorum && { ...quorum, waiver: waiver?.words ?? null, irregular: waiver !== null && !waiver.regular },
      ),
      majority: json({ rule, result: plain(result.majority) }),
      taken_at: decision.at,
      confidential: decision.confidential,
      state: result.adopted ? "in_force" : "rejected",
      superseded_by: null,
      carried_out_on: null,
      review_on: decision.reviewOn ?? null,
    })
    .execute()
  await writeRoll(decisionId, decision, given)
  return decisionTaken({
    decisionId,
    bodyId: decision.bodyId,
    meetingId,
    itemId,
    ...(ballotId && { ballotId }),
    ...(electionId && { electionId }),
    year: decision.year,
    number,
    adopted: result.adopted,
  }) satisfies Event
}

/** The columns of what came out. */
export const figures = ({ adopted, votes }: Result) => ({
  adopted,
  votes_for: votes?.for ?? null,
  votes_against: votes?.against ?? null,
  abstentions: votes?.abstained ?? null,
  blank: votes?.blank ?? null,
})

// Counts of votes are small: as numbers they travel in JSON.
export const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_key, inner) => (typeof inner === "bigint" ? Number(inner) : inner)))

/** Who voted how, by name; a roll call only. What stood there before is replaced. */
export const writeRoll = async (
  decisionId: string,
  { how, roll }: Pick<Said, "how" | "roll">,
  { actor, db }: Circumstances,
) => {
  await db.deleteFrom("decision_votes").where("decision_id", "=", decisionId).execute()
  if (how !== "roll_call" || !roll?.length) return
  await db
    .insertInto("decision_votes")
    .values(
      roll.map(({ personId, vote }) => ({
        organisation_id: actor.organisation,
        decision_id: decisionId,
        person_id: personId,
        vote,
      })),
    )
    .execute()
}
