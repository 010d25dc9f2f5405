import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { anyOf } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import { type Ballot, stillOpen } from "../ballot.ts"
import { paperSigned } from "../events.ts"
import { isTeller } from "../operation/is-teller.ts"
import { findBallotToVote } from "../seen.ts"
import { mustBeEntitled } from "../voter-of.ts"

/** Somebody puts a paper into the paper urn before the tellers, for themselves or for whoever gave them a proxy: they do not vote on screen any more. */
export const signPaper = command({
  name: "votes.signPaper",
  input: z.object({ ballotId: z.uuid(), personId: z.uuid() }),
  find: ({ ballotId }, given) => findBallotToVote(ballotId, given),
  allow: anyOf<Ballot>(holds("decisions.manage"), isTeller),
  async run({ input: { personId }, subject: ballot, ...given }) {
    const { actor, db, now } = given
    stillOpen(ballot, now)
    if (ballot.manner !== "secret") refuse("votes.not_secret")
    await mustBeEntitled(ballot, personId, given)
    const proxy = await db
      .selectFrom("operation_proxies")
      .select("holder_id")
      .where("operation_id", "=", ballot.operation_id)
      .where("giver_id", "=", personId)
      .executeTakeFirst()
    const { numInsertedOrUpdatedRows } = await db
      .insertInto("ballot_signatures")
      .values({
        organisation_id: actor.organisation,
        ballot_id: ballot.id,
        person_id: personId,
        how: "paper",
        by_id: proxy?.holder_id ?? null,
      })
      .onConflict((on) => on.columns(["organisation_id", "ballot_id", "person_id"]).doNothing())
      .executeTakeFirstOrThrow()
    if (!numInsertedOrUpdatedRows) refuse("votes.already_voted")
    return paperSigned({ ballotId: ballot.id, personId })
  },
})
