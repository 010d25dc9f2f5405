import { sql } from "kysely"
import { z } from "zod"
import { command, settled } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { roomFor } from "../../../kernel/sealed-ballots/vote.ts"
import { receiptOf } from "../../../kernel/sealed-ballots/seal-vote.ts"
import { stillOpen } from "../ballot.ts"
import { voteSealed } from "../events.ts"
import { findBallotToVote } from "../seen.ts"
import { voterOf } from "../voter-of.ts"
import { questionOfUrn } from "./lay-urn.ts"

/**
 * A vote that was sealed in the voter's browser goes into the urn, and the voter onto the list of those who voted: both or neither.
 * The server sees no vote; what joins the two rows leads to a sealed envelope (decision 0032).
 */
export const castSealed = command({
  name: "votes.castSealed",
  input: z.object({
    ballotId: z.uuid(),
    revision: z.int().min(1).max(1_000_000),
    forId: z.uuid().optional(),
    ciphertext: z.string().regex(/^[\w-]{60,4000}$/),
  }),
  find: ({ ballotId }, given) => findBallotToVote(ballotId, given),
  allow: isSignedIn,
  forgets: true,
  quiet: true,
  async run({ input, subject: ballot, ...given }) {
    const { actor, db, now } = given
    stillOpen(ballot, now)
    if (ballot.manner !== "secret") refuse("votes.not_secret")
    // Sent together, like the two rows below: a hall votes within minutes, and each wait is for all of them.
    const [voter, sealedFor] = await Promise.allSettled([
      voterOf(ballot, input.forId, given),
      questionOfUrn(ballot.id, given),
    ])
    const { voterId, byId } = settled(voter)
    if (input.revision !== ballot.revision) refuse("votes.question_changed")
    const question = settled(sealedFor) ?? refuse("votes.urn_missing")
    const receipt = await receiptOf(input.ciphertext, roomFor([question]))
    const signed = sql`
      insert into ballot_signatures (organisation_id, ballot_id, person_id, how, by_id)
      values (${actor.organisation}, ${ballot.id}, ${voterId}, 'screen', ${byId})
      on conflict do nothing returning 1`.execute(db)
    const laid = sql`
      insert into ballot_sealed (organisation_id, ballot_id, receipt, ciphertext)
      values (${actor.organisation}, ${ballot.id}, ${receipt}, ${input.ciphertext})
      on conflict do nothing returning 1`.execute(db)
    const [signature, envelope] = await Promise.all([signed, laid])
    // Of two devices at once the second waits here for the first, and finds its name on the list: its envelope goes with it.
    if (signature.rows.length === 0) refuse("votes.already_voted")
    // Somebody else's envelope, sent again: counted, it would show what they voted.
    if (envelope.rows.length === 0) refuse("votes.sealed_copy")
    return voteSealed({ ballotId: ballot.id })
  },
})
