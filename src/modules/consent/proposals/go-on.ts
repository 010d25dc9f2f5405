import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { text } from "../../../kernel/input.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { wentOn } from "../events.ts"
import { findElectionToMove, leads } from "../seen.ts"
import { standingOf, stillBefore } from "./standing.ts"

/** Waits no longer for those who have not answered, and says why: somebody had to leave. The person proposed may answer then. */
export const goOn = command({
  name: "consent.goOn",
  input: z.object({ electionId: z.uuid(), proposalId: z.uuid(), reason: text(1000).min(1) }),
  find: ({ electionId }, given) => findElectionToMove(electionId, given),
  allow: leads,
  async run({ input: { proposalId, reason }, subject: election, actor, db, now }) {
    stillBefore(election, proposalId)
    const { missing, went_on } = await standingOf(election, { db })
    if (went_on) refuse("consent.went_on")
    if (missing === 0) refuse("consent.all_answered")
    await db
      .updateTable("consent_proposals")
      .set({ went_on_at: now, went_on_by: actor.personId, went_on_reason: reason })
      .where("id", "=", proposalId)
      .execute()
    return wentOn({ electionId: election.id, bodyId: election.body_id, proposalId })
  },
})
