import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { atStep } from "../election.ts"
import { changesClosed } from "../events.ts"
import { findElectionToMove, leads } from "../seen.ts"
import { missingIn } from "./missing.ts"

/** Ends the change round: a person is proposed next. */
export const closeChanges = command({
  name: "consent.closeChanges",
  input: z.object({ electionId: z.uuid(), evenIfMissing: z.boolean().default(false) }),
  find: ({ electionId }, given) => findElectionToMove(electionId, given),
  allow: leads,
  async run({ input: { evenIfMissing }, subject: election, actor, db, now }) {
    atStep(election, "changes")
    const { missing } = await missingIn(election, "changes", { db })
    if (missing > 0 && !evenIfMissing) refuse("consent.missing", { count: missing })
    const { changes } = await db
      .selectFrom("consent_nominations")
      .select(({ fn }) => fn.count<number>("to_id").as("changes"))
      .where("election_id", "=", election.id)
      .executeTakeFirstOrThrow()
    await db
      .updateTable("consent_elections")
      .set({ settled_at: now, settled_by: actor.personId })
      .where("id", "=", election.id)
      .execute()
    return changesClosed({ electionId: election.id, bodyId: election.body_id, changes: Number(changes) })
  },
})
