import { z } from "zod"
import { confide } from "../../../kernel/confide.ts"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { text } from "../../../kernel/input.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { anyOf, rule } from "../../../kernel/rule.ts"
import { lineOfRoll } from "../../members/contract.ts"
import type { Ballot } from "../ballot.ts"
import { ballotContested } from "../events.ts"
import { contestable } from "./contestable.ts"
import { findBallotToVote } from "../seen.ts"

/** On the roll of this vote, as one who may vote. */
export const isVoter = rule<Ballot>("isVoter", async ({ roll_id }, { actor, db }) =>
  Boolean(roll_id && actor.personId && (await lineOfRoll(roll_id, actor.personId, db))?.entitled),
)

/** Stands in this vote. */
export const isOnBallot = rule<Ballot>(
  "isOnBallot",
  ({ people }, { actor }) => actor.personId !== null && people.includes(actor.personId),
)

/** Says that a vote was not as it should be, while it can still be said; the urn is kept until that is answered. */
export const contestBallot = command({
  name: "votes.contest",
  input: z.object({ ballotId: z.uuid(), words: text(5000).min(1) }),
  find: ({ ballotId }, given) => findBallotToVote(ballotId, given),
  allow: anyOf(isVoter, isOnBallot),
  async run({ input: { words }, subject: ballot, ...given }) {
    const { actor, db, now } = given
    if (!ballot.closed_at) refuse("votes.not_counted")
    const until = (await contestable(ballot, given)) ?? refuse("votes.no_challenge")
    if (Temporal.Instant.compare(now, until) >= 0) refuse("votes.challenge_over")
    const contestId = newId()
    const { numInsertedOrUpdatedRows: noted } = await db
      .insertInto("ballot_contests")
      .values({
        organisation_id: actor.organisation,
        id: contestId,
        ballot_id: ballot.id,
        person_id: actor.personId!,
        words: confide(given, true).text(words),
        noted_at: now,
        outcome: null,
        settled_by: null,
        settled_at: null,
      })
      // One open at a time of each, whatever two devices do at once.
      .onConflict((one) => one.doNothing())
      .executeTakeFirstOrThrow()
    if (!noted) refuse("votes.contested_already")
    return ballotContested({ ballotId: ballot.id, contestId })
  },
})
