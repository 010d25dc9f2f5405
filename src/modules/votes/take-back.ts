import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { refuse } from "../../kernel/refusal.ts"
import { holds } from "../mandates/contract.ts"
import { notCounted } from "./ballot.ts"
import { ballotChanged } from "./events.ts"
import { findBallotToChange } from "./seen.ts"

/** Takes an open vote back to be corrected, as long as nobody has voted. Who still has the old question before them is told. */
export const takeBallotBack = command({
  name: "votes.takeBack",
  input: z.object({ ballotId: z.uuid() }),
  find: ({ ballotId }, given) => findBallotToChange(ballotId, given),
  allow: holds("decisions.manage"),
  async run({ subject: ballot, db, now }) {
    notCounted(ballot, now)
    const cast = await db
      .selectFrom("ballot_votes")
      .select("person_id")
      .where("ballot_id", "=", ballot.id)
      .limit(1)
      .execute()
    const signed = await db
      .selectFrom("ballot_signatures")
      .select("person_id")
      .where("ballot_id", "=", ballot.id)
      .limit(1)
      .execute()
    if (cast.length + signed.length) refuse("votes.has_begun")
    const revision = ballot.revision + 1
    await db.deleteFrom("ballot_figures").where("ballot_id", "=", ballot.id).execute()
    await db
      .updateTable("ballots")
      .set({
        opened_at: null,
        opened_by: null,
        roll_id: null,
        entitled: null,
        rule: null,
        quorum: null,
        meeting_room: null,
        challenge_days: null,
        revision,
      })
      .where("id", "=", ballot.id)
      .execute()
    return ballotChanged({ ballotId: ballot.id, revision })
  },
})
