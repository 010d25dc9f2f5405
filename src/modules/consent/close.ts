import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { text } from "../../kernel/input.ts"
import { invalid } from "../../kernel/refusal.ts"
import { notOver } from "./election.ts"
import { electionClosed } from "./events.ts"
import { findElectionToMove, leads } from "./seen.ts"

/** Closes it with nobody elected. What was said stays, and so does the reason. */
export const closeElection = command({
  name: "consent.close",
  input: z.object({ electionId: z.uuid(), reason: text(1000).min(1).nullable().default(null) }),
  find: ({ electionId }, given) => findElectionToMove(electionId, given),
  allow: leads,
  async run({ input: { reason }, subject: election, actor, db, now }) {
    // What nobody else has seen yet is given up without a word.
    if (notOver(election).opened_at && !reason) invalid(["reason"], "required")
    await db
      .updateTable("consent_elections")
      .set({ closed_at: now, closed_by: actor.personId, closed_reason: reason })
      .where("id", "=", election.id)
      .execute()
    return electionClosed({ electionId: election.id, bodyId: election.body_id })
  },
})
