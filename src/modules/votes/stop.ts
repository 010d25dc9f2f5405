import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { refuse } from "../../kernel/refusal.ts"
import { holds } from "../mandates/contract.ts"
import { stillOpen } from "./ballot.ts"
import { votingStopped } from "./events.ts"
import { findBallotToChange } from "./seen.ts"

/** Takes no more votes of a secret vote, so that it can be opened. Before a last moment that was told, only once everybody has voted. */
export const stopVoting = command({
  name: "votes.stop",
  input: z.object({ ballotId: z.uuid() }),
  find: ({ ballotId }, given) => findBallotToChange(ballotId, given),
  allow: holds("decisions.manage"),
  async run({ subject: ballot, db, now }) {
    stillOpen(ballot, now)
    if (ballot.manner !== "secret") refuse("votes.not_secret")
    if (ballot.ends_at) {
      const { count } = await db
        .selectFrom("ballot_signatures")
        .select(({ fn }) => fn.countAll<string>().as("count"))
        .where("ballot_id", "=", ballot.id)
        .executeTakeFirstOrThrow()
      if (Number(count) < ballot.entitled!) refuse("votes.not_yet")
    }
    await db.updateTable("ballots").set({ ends_at: now }).where("id", "=", ballot.id).execute()
    return votingStopped({ ballotId: ballot.id })
  },
})
