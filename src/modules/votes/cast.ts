import { z } from "zod"
import { sql } from "kysely"
import { command } from "../../kernel/command.ts"
import { json } from "../../kernel/db.ts"
import { refuse } from "../../kernel/refusal.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { stillOpen } from "./ballot.ts"
import { choiceFor, choiceInput } from "./choice.ts"
import { voteCast } from "./events.ts"
import { findBallotToVote } from "./seen.ts"
import { voterOf } from "./voter-of.ts"

/** One votes, by name: once, or until the close where the vote says so. `revision`: the question one has before one’s eyes. */
export const castVote = command({
  name: "votes.cast",
  input: z.object({
    ballotId: z.uuid(),
    revision: z.int().min(1).max(1_000_000),
    /** Somebody who gave a proxy to whoever votes; absent, one votes for oneself. */
    forId: z.uuid().optional(),
    ...choiceInput,
  }),
  find: ({ ballotId }, given) => findBallotToVote(ballotId, given),
  allow: isSignedIn,
  quiet: true,
  async run({ input, subject: ballot, ...given }) {
    const { actor, db, now } = given
    stillOpen(ballot, now)
    if (ballot.manner !== "named") refuse("votes.not_by_name")
    const { voterId, byId } = await voterOf(ballot, input.forId, given)
    if (input.revision !== ballot.revision) refuse("votes.question_changed")
    const choice = json(choiceFor(ballot, input))
    const { rows } = await sql<{ again: boolean }>`
      insert into ballot_votes (organisation_id, ballot_id, person_id, choice, cast_at, cast_by)
      values (${actor.organisation}, ${ballot.id}, ${voterId}, ${choice}, ${now}, ${byId})
      on conflict (organisation_id, ballot_id, person_id)
      do update set choice = excluded.choice, cast_at = excluded.cast_at, cast_by = excluded.cast_by where ${ballot.changeable}
      returning xmax <> 0 as again`.execute(db)
    // Of two devices at once the second waits here for the first, and finds its row.
    const [row] = rows
    if (!row) refuse("votes.already_voted")
    return voteCast({ ballotId: ballot.id, again: row!.again })
  },
})
