import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { json } from "../../kernel/db.ts"
import { refuse } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { holds } from "../mandates/contract.ts"
import { type Ballot, notCounted, stateOf } from "./ballot.ts"
import { agree } from "./choice.ts"
import { ballotClosed } from "./events.ts"
import { type Outcome, outcomeOfFigures, outcomeOfVotes } from "./outcome.ts"
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
    const outcome = ballot.manner === "named" ? await countNames(ballot, given) : await countFigures(ballot, given)
    await db
      .updateTable("ballots")
      .set({ closed_at: now, closed_by: actor.personId, result: json(plain(outcome)) })
      .where("id", "=", ballot.id)
      .execute()
    return ballotClosed({ ballotId: ballot.id, bodyId: ballot.body_id, voters: outcome.voters })
  },
})

const countNames = async (ballot: Ballot, { db, now }: Circumstances): Promise<Outcome> => {
  const cast = await db.selectFrom("ballot_votes").select("choice").where("ballot_id", "=", ballot.id).execute()
  if (ballot.ends_at && stateOf(ballot, now) === "open" && cast.length < ballot.entitled!) refuse("votes.not_yet")
  return outcomeOfVotes(
    ballot,
    cast.map(({ choice }) => choice),
  )
}

const countFigures = async (ballot: Ballot, { db }: Circumstances): Promise<Outcome> => {
  const typed = await db.selectFrom("ballot_figures").select("figures").where("ballot_id", "=", ballot.id).execute()
  const [first, second] = typed.map(({ figures }) => figures)
  if (!first) refuse("votes.no_figures")
  if (ballot.manner === "paper") {
    if (!second) refuse("votes.one_typing")
    if (!agree(first!, second!)) refuse("votes.typings_differ")
  }
  return outcomeOfFigures(ballot, first!)
}

// Counts of votes are small: as numbers they travel in JSON.
const plain = (value: Outcome): unknown =>
  JSON.parse(JSON.stringify(value, (_key, inner) => (typeof inner === "bigint" ? Number(inner) : inner)))
