import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { atStep } from "../election.ts"
import { nominationsRevealed } from "../events.ts"
import { findElectionToMove, leads } from "../seen.ts"
import { missingIn } from "./missing.ts"

/** Shows all nominations at once, with their reasons. */
export const revealNominations = command({
  name: "consent.reveal",
  input: z.object({ electionId: z.uuid(), evenIfMissing: z.boolean().default(false) }),
  find: ({ electionId }, given) => findElectionToMove(electionId, given),
  allow: leads,
  async run({ input: { evenIfMissing }, subject: election, actor, db, now }) {
    atStep(election, "nominations")
    const { total, missing } = await missingIn(election, "nominations", { db })
    if (missing === total) refuse("consent.nobody_named")
    if (missing > 0 && !evenIfMissing) refuse("consent.missing", { count: missing })
    await db
      .updateTable("consent_elections")
      .set({ revealed_at: now, revealed_by: actor.personId })
      .where("id", "=", election.id)
      .execute()
    return nominationsRevealed({
      electionId: election.id,
      bodyId: election.body_id,
      nominations: total - missing,
    })
  },
})
