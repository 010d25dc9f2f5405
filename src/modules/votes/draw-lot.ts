import { randomInt } from "node:crypto"
import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { refuse } from "../../kernel/refusal.ts"
import { holds } from "../mandates/contract.ts"
import { stillPrepared } from "./ballot.ts"
import { lotDrawn } from "./events.ts"
import { findBallotToChange } from "./seen.ts"

/** Draws the order between equals, once, before anybody votes: drawn after the count, it could be drawn until it pleases. */
export const drawLot = command({
  name: "votes.drawLot",
  input: z.object({ ballotId: z.uuid() }),
  find: ({ ballotId }, given) => findBallotToChange(ballotId, given),
  allow: holds("decisions.manage"),
  async run({ subject: ballot, actor, db, now }) {
    stillPrepared(ballot)
    if (ballot.between_equals !== "lot") refuse("votes.no_lot")
    if (ballot.lot) refuse("votes.already_drawn")
    await db
      .updateTable("ballots")
      .set({ lot: shuffled(ballot.candidates.length), drawn_at: now, drawn_by: actor.personId })
      .where("id", "=", ballot.id)
      .execute()
    return lotDrawn({ ballotId: ballot.id })
  },
})

const shuffled = (count: number): number[] => {
  const order = Array.from({ length: count }, (_, at) => at)
  for (let at = count - 1; at > 0; at--) {
    const other = randomInt(at + 1)
    ;[order[at], order[other]] = [order[other]!, order[at]!]
  }
  return order
}
