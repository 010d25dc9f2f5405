import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { atStep } from "./election.ts"
import { electionChanged } from "./events.ts"
import { columnsOf, electionFields } from "./fields.ts"
import { findElectionToMove, leads } from "./seen.ts"

/** Says the role again, until the nominations open: afterwards some have named somebody for what they read. */
export const changeElection = command({
  name: "consent.change",
  input: z.object({ electionId: z.uuid(), ...electionFields.shape }),
  find: ({ electionId }, given) => findElectionToMove(electionId, given),
  allow: leads,
  async run({ input, subject: election, db }) {
    atStep(election, "role")
    await db
      .updateTable("consent_elections")
      .set(await columnsOf(input, election.body_id, { db }))
      .where("id", "=", election.id)
      .execute()
    return electionChanged({ electionId: election.id, bodyId: election.body_id })
  },
})
