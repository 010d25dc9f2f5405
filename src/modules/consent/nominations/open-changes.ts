import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { atStep } from "../election.ts"
import { changesOpened } from "../events.ts"
import { findElectionToMove, leads } from "../seen.ts"

/** After the reasons were heard: each may name somebody else, once. */
export const openChanges = command({
  name: "consent.openChanges",
  input: z.object({ electionId: z.uuid() }),
  find: ({ electionId }, given) => findElectionToMove(electionId, given),
  allow: leads,
  async run({ subject: election, actor, db, now }) {
    atStep(election, "reasons")
    await db
      .updateTable("consent_elections")
      .set({ changes_at: now, changes_by: actor.personId })
      .where("id", "=", election.id)
      .execute()
    return changesOpened({ electionId: election.id, bodyId: election.body_id })
  },
})
