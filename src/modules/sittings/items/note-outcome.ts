import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { holds } from "../../mandates/contract.ts"
import { outcomeNoted } from "../events.ts"
import { outcomes } from "../kinds.ts"
import { findSeenItem } from "../seen.ts"

const votes = z.int().min(0).max(10_000).nullish()

/** What the assembly made of an item, with the figures of the vote when they are known. */
export const noteOutcome = command({
  name: "sittings.noteOutcome",
  input: z.object({
    itemId: z.uuid(),
    outcome: z.enum(outcomes).nullable(),
    votesFor: votes,
    votesAgainst: votes,
    abstentions: votes,
  }),
  find: ({ itemId }, given) => findSeenItem(itemId, given),
  allow: holds("sittings.manage"),
  async run({ input, subject, db }) {
    await db
      .updateTable("sitting_items")
      .set({
        outcome: input.outcome,
        votes_for: input.votesFor ?? null,
        votes_against: input.votesAgainst ?? null,
        abstentions: input.abstentions ?? null,
      })
      .where("id", "=", input.itemId)
      .execute()
    return outcomeNoted({
      itemId: input.itemId,
      sittingId: subject.sitting_id,
      bodyId: subject.body_id,
      outcome: input.outcome,
    })
  },
})
