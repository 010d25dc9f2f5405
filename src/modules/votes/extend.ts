import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { instantOf } from "../../kernel/clock.ts"
import { day, hour } from "../../kernel/input.ts"
import { invalid, refuse } from "../../kernel/refusal.ts"
import { findBodyEvenClosed } from "../bodies/contract.ts"
import { holds } from "../mandates/contract.ts"
import { notCounted } from "./ballot.ts"
import { ballotExtended } from "./events.ts"
import { findBallotToChange } from "./seen.ts"

/** Puts the last moment off, only where it was declared before the vote opened, and no further than was declared then. */
export const extendBallot = command({
  name: "votes.extend",
  input: z.object({ ballotId: z.uuid(), endsOn: day(), endsAt: hour() }),
  find: ({ ballotId }, given) => findBallotToChange(ballotId, given),
  allow: holds("decisions.manage"),
  async run({ input: { endsOn, endsAt }, subject: ballot, db, now }) {
    notCounted(ballot, now)
    if (!ballot.latest_at || !ballot.ends_at) refuse("votes.not_extendable")
    // What was over is over: once the urn may be open, nobody votes any more.
    if (Temporal.Instant.compare(now, ballot.ends_at!) >= 0) refuse("votes.over")
    const body = await findBodyEvenClosed(ballot.body_id, db)
    const ends = instantOf(endsOn.toPlainDateTime(endsAt), body!.zone)
    if (Temporal.Instant.compare(ends, ballot.ends_at!) <= 0) invalid(["endsOn"], "votes.not_later")
    if (Temporal.Instant.compare(ends, ballot.latest_at!) > 0) invalid(["endsOn"], "votes.later_than_declared")
    await db.updateTable("ballots").set({ ends_at: ends }).where("id", "=", ballot.id).execute()
    return ballotExtended({ ballotId: ballot.id })
  },
})
