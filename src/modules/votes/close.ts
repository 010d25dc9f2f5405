import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { json } from "../../kernel/db.ts"
import { refuse } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { holds } from "../mandates/contract.ts"
import { type Ballot, notCounted, stateOf } from "./ballot.ts"
import { ballotClosed } from "./events.ts"
import { foundOf } from "./found.ts"
import { type Outcome, outcomeOf } from "./outcome.ts"
import { findBallotToChange } from "./seen.ts"

/** Closes a vote for good and counts it. Before its last moment only once everybody has voted. */
export const closeBallot = command({
  name: "votes.close",
  input: z.object({ ballotId: z.uuid() }),
  find: ({ ballotId }, given) => findBallotToChange(ballotId, given),
  allow: holds("decisions.manage"),
  async run({ subject: ballot, ...given }) {
    const { actor, db, now } = given
    notCounted(ballot, now)
    if (ballot.manner === "secret" && stateOf(ballot, now) === "open") refuse("votes.still_open")
    if (ballot.manner === "named" && ballot.ends_at && stateOf(ballot, now) === "open")
      await mustBeComplete(ballot, given)
    const outcome = outcomeOf(ballot, await foundOf(ballot, given))
    await db
      .updateTable("ballots")
      .set({ closed_at: now, closed_by: actor.personId, result: json(plain(outcome)) })
      .where("id", "=", ballot.id)
      .execute()
    return ballotClosed({ ballotId: ballot.id, bodyId: ballot.body_id, voters: outcome.voters })
  },
})

const mustBeComplete = async ({ id, entitled }: Ballot, { db }: Pick<Circumstances, "db">) => {
  const cast = await db.selectFrom("ballot_votes").select("person_id").where("ballot_id", "=", id).execute()
  if (cast.length < entitled!) refuse("votes.not_yet")
}

// Counts of votes are small: as numbers they travel in JSON.
export const plain = (value: Outcome): unknown =>
  JSON.parse(JSON.stringify(value, (_key, inner) => (typeof inner === "bigint" ? Number(inner) : inner)))
