import type { Circumstances } from "../../../kernel/rule.ts"
import { findBallotDecision } from "../../decisions/contract.ts"
import type { Ballot } from "../ballot.ts"
import { meetingIdOf } from "./decision-of.ts"
import { electedOf, isSettled } from "./elected.ts"
import { withoutMail } from "./letters-on-paper.ts"
import { minutesOf } from "./minutes-of.ts"
import { decisionSaid } from "./said.ts"

/** What still follows from a closed vote, for whoever may do it: to be written as a decision, or proclaimed; and what was. */
export const followUp = async (
  ballot: Ballot,
  may: { "votes.decide": boolean; "votes.proclaim": boolean },
  given: Circumstances,
) => {
  const proclaimed = await proclaimedAt(ballot, given)
  const waits = may["votes.decide"] && isSettled(ballot) && !(await findBallotDecision(ballot.id, given.db))
  const isOfFile = ballot.function_id !== null && electedOf(ballot).every(({ person_id }) => person_id !== null)
  return {
    proclaimed_at: proclaimed,
    /** The words of the decision, until it is written. */
    decision_said: waits ? await decisionSaid(ballot, given) : null,
    /** The meeting whose minutes will carry it, and its items, of which it may be one. */
    minutes_of: waits ? await minutesOf(await meetingIdOf(ballot, given), given) : null,
    /** How many letters of the proclamation are to be printed: no mail reaches these people. */
    to_print: proclaimed && may["votes.proclaim"] ? (await withoutMail(ballot, given)).length : 0,
    to_proclaim: may["votes.proclaim"] && isSettled(ballot) && isOfFile && proclaimed === null,
  }
}

/** When an election was proclaimed, if it was. */
export const proclaimedAt = async (
  { id }: Ballot,
  { db }: Pick<Circumstances, "db">,
): Promise<Temporal.Instant | null> =>
  (await db.selectFrom("ballot_proclamations").select("proclaimed_at").where("ballot_id", "=", id).executeTakeFirst())
    ?.proclaimed_at ?? null
