import type { Circumstances } from "../../../kernel/rule.ts"
import { findElectionDecision } from "../../decisions/contract.ts"
import { houseLanguage, minutesOf } from "../../votes/contract.ts"
import { electedByConsent } from "../elected.ts"
import type { Election } from "../election.ts"
import { decisionSaid } from "./decision-of.ts"

/** What still follows from an election, for whoever may do it: to be written as a decision, or proclaimed; and what was. */
export const followUp = async (
  election: Election,
  may: { "consent.decide": boolean; "consent.proclaim": boolean },
  given: Circumstances,
) => {
  const elected = await electedByConsent(election.id, await houseLanguage(given), given)
  const proclaimed = await proclaimedAt(election, given)
  const waits = may["consent.decide"] && !(await findElectionDecision(election.id, given.db)) ? elected : undefined
  return {
    proclaimed_at: proclaimed,
    /** The words of the decision, until it is written. */
    decision_said: waits ? decisionSaid(waits, await houseLanguage(given)) : null,
    /** The meeting whose minutes will carry it, and its items, of which it may be one. */
    minutes_of: waits ? await minutesOf(election.meeting_id, given) : null,
    to_proclaim: may["consent.proclaim"] && elected?.function_id != null && proclaimed === null,
  }
}

/** When an election was proclaimed, if it was. */
export const proclaimedAt = async (
  { id }: Election,
  { db }: Pick<Circumstances, "db">,
): Promise<Temporal.Instant | null> =>
  (
    await db
      .selectFrom("consent_proclamations")
      .select("proclaimed_at")
      .where("election_id", "=", id)
      .executeTakeFirst()
  )?.proclaimed_at ?? null
