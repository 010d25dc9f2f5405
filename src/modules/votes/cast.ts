import { z } from "zod"
import { sql } from "kysely"
import { command } from "../../kernel/command.ts"
import { json } from "../../kernel/db.ts"
import { refuse } from "../../kernel/refusal.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { lineOfRoll, reasonsInWords } from "../members/contract.ts"
import { stillOpen } from "./ballot.ts"
import { choiceFor, choiceInput } from "./choice.ts"
import { voteCast } from "./events.ts"
import { findBallotToVote } from "./seen.ts"

/** One votes, by name: once, or until the close where the vote says so. `revision`: the question one has before one’s eyes. */
export const castVote = command({
  name: "votes.cast",
  input: z.object({ ballotId: z.uuid(), revision: z.int().min(1).max(1_000_000), ...choiceInput }),
  find: ({ ballotId }, given) => findBallotToVote(ballotId, given),
  allow: isSignedIn,
  async run({ input, subject: ballot, actor, db, now }) {
    stillOpen(ballot, now)
    if (ballot.manner !== "named") refuse("votes.not_by_name")
    const line = await lineOfRoll(ballot.roll_id!, actor.personId!, db)
    if (!line) refuse("votes.not_on_roll")
    if (!line!.entitled) refuse("votes.not_entitled", { why: reasonsInWords(line!.reasons, actor.language) })
    if (input.revision !== ballot.revision) refuse("votes.question_changed")
    const choice = json(choiceFor(ballot, input))
    const { rows } = await sql<{ again: boolean }>`
      insert into ballot_votes (organisation_id, ballot_id, person_id, choice, cast_at)
      values (${actor.organisation}, ${ballot.id}, ${actor.personId}, ${choice}, ${now})
      on conflict (organisation_id, ballot_id, person_id)
      do update set choice = excluded.choice, cast_at = excluded.cast_at where ${ballot.changeable}
      returning xmax <> 0 as again`.execute(db)
    // Of two devices at once the second waits here for the first, and finds its row.
    const [row] = rows
    if (!row) refuse("votes.already_voted")
    return voteCast({ ballotId: ballot.id, again: row!.again })
  },
})
