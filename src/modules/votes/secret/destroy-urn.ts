import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { holds } from "../../mandates/contract.ts"
import { contestable } from "../contest/contestable.ts"
import { urnDestroyed } from "../events.ts"
import { findBallotToChange } from "../seen.ts"

/**
 * Destroys what was voted once it cannot be contested any more, under record; the count and who voted stay. Backups keep the
 * envelopes longer: the tellers destroy their shares and papers the same day.
 */
export const destroyUrn = command({
  name: "votes.destroyUrn",
  input: z.object({ ballotId: z.uuid() }),
  find: ({ ballotId }, given) => findBallotToChange(ballotId, given),
  allow: holds("decisions.manage"),
  async run({ subject: ballot, db, now }) {
    if (ballot.manner !== "secret") refuse("votes.not_secret")
    if (!ballot.closed_at) refuse("votes.not_counted")
    if (Temporal.Instant.compare(now, (await contestable(ballot, { db }))!) < 0) refuse("votes.may_be_contested")
    // What the urn says is what answers whoever contested it.
    const contested = await db
      .selectFrom("ballot_contests")
      .select("id")
      .where("ballot_id", "=", ballot.id)
      .where("settled_at", "is", null)
      .executeTakeFirst()
    if (contested) refuse("votes.contested")
    const { numDeletedRows } = await db
      .deleteFrom("ballot_urns")
      .where("ballot_id", "=", ballot.id)
      .executeTakeFirstOrThrow()
    if (numDeletedRows === 0n) refuse("votes.urn_gone")
    const sealed = await db.deleteFrom("ballot_sealed").where("ballot_id", "=", ballot.id).executeTakeFirstOrThrow()
    await db.deleteFrom("ballot_openings").where("ballot_id", "=", ballot.id).execute()
    await db.deleteFrom("ballot_figures").where("ballot_id", "=", ballot.id).execute()
    return urnDestroyed({ ballotId: ballot.id, sealed: Number(sealed.numDeletedRows) })
  },
})
