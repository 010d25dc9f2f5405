import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { consentElected } from "../events.ts"
import { findElectionToMove, leads } from "../seen.ts"
import { standingOf, stillBefore } from "./standing.ts"

/** Somebody is elected by consent: they consent, nobody objects any more, and each has answered or is not waited for. */
export const elect = command({
  name: "consent.elect",
  input: z.object({ electionId: z.uuid(), proposalId: z.uuid() }),
  find: ({ electionId }, given) => findElectionToMove(electionId, given),
  allow: leads,
  async run({ input: { proposalId }, subject: election, actor, db, now }) {
    stillBefore(election, proposalId)
    const { objections, missing, went_on, own, proposed_id } = await standingOf(election, { db })
    if (objections > 0) refuse("consent.objections", { count: objections })
    if (missing > 0 && !went_on) refuse("consent.missing", { count: missing })
    if (own !== "consent") refuse("consent.not_accepted")
    await db
      .updateTable("consent_elections")
      .set({ elected_at: now, elected_by: actor.personId })
      .where("id", "=", election.id)
      .execute()
    return consentElected({
      electionId: election.id,
      bodyId: election.body_id,
      functionId: election.function_id,
      personId: proposed_id,
    })
  },
})
