import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { refuse } from "../../kernel/refusal.ts"
import { holds } from "../mandates/contract.ts"
import { ballotCancelled } from "./events.ts"
import { findBallotToChange } from "./seen.ts"

/** Gives a vote up before it is counted. What was cast is not counted and not shown, and stays written. */
export const cancelBallot = command({
  name: "votes.cancel",
  input: z.object({ ballotId: z.uuid() }),
  find: ({ ballotId }, given) => findBallotToChange(ballotId, given),
  allow: holds("decisions.manage"),
  async run({ subject: ballot, db, now }) {
    if (ballot.closed_at) refuse("votes.over")
    if (ballot.cancelled_at) refuse("votes.cancelled")
    await db.updateTable("ballots").set({ cancelled_at: now }).where("id", "=", ballot.id).execute()
    return ballotCancelled({ ballotId: ballot.id })
  },
})
