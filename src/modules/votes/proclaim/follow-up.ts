import type { Circumstances } from "../../../kernel/rule.ts"
import { findBallotDecision } from "../../decisions/contract.ts"
import type { Ballot } from "../ballot.ts"
import { electedOf, isSettled } from "./elected.ts"
import { decisionSaid } from "./said.ts"

/** What still follows from a closed vote, for whoever may do it: to be written as a decision, or proclaimed; and what was. */
export const followUp = async (
  ballot: Ballot,
  may: { "votes.decide": boolean; "votes.proclaim": boolean },
  given: Circumstances,
) => {
  const proclaimed = await given.db
    .selectFrom("ballot_proclamations")
    .select("proclaimed_at")
    .where("ballot_id", "=", ballot.id)
    .executeTakeFirst()
  const waits = may["votes.decide"] && isSettled(ballot) && !(await findBallotDecision(ballot.id, given.db))
  const isOfFile = ballot.function_id !== null && electedOf(ballot).every(({ person_id }) => person_id !== null)
  return {
    proclaimed_at: proclaimed?.proclaimed_at ?? null,
    /** The words of the decision, until it is written. */
    decision_said: waits ? await decisionSaid(ballot, given) : null,
    to_proclaim: waits && may["votes.proclaim"] && isOfFile,
  }
}
