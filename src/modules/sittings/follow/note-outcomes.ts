import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { invalid } from "../../../kernel/refusal.ts"
import { holds } from "../../mandates/contract.ts"
import { outcomeNoted, outcomesNoted } from "../events.ts"
import { outcomes, votedWays } from "../kinds.ts"
import { findSeenSitting } from "../seen.ts"

const votes = z.int().min(0).max(10_000).nullish()

/** What became of many items in one pass: the outcome, the figures, and how ours voted. */
export const noteOutcomes = command({
  name: "sittings.noteOutcomes",
  input: z.object({
    sittingId: z.uuid(),
    items: z
      .array(
        z.object({
          itemId: z.uuid(),
          outcome: z.enum(outcomes).nullable(),
          voted: z.enum(votedWays).nullish(),
          votesFor: votes,
          votesAgainst: votes,
          abstentions: votes,
        }),
      )
      .min(1)
      .max(1000),
  }),
  find: ({ sittingId }, given) => findSeenSitting(sittingId, given),
  allow: holds("sittings.manage"),
  async run({ input: { items: said }, subject: sitting, db }) {
    const items = await db
      .selectFrom("sitting_items")
      .select(["id", "outcome", "voted", "votes_for", "votes_against", "abstentions"])
      .where("sitting_id", "=", sitting.id)
      .where("removed_at", "is", null)
      .forUpdate()
      .execute()
    const known = new Map(items.map(({ id, ...columns }) => [id, columns]))
    const about = { sittingId: sitting.id, bodyId: sitting.body_id }
    const noted = []
    for (const [index, { itemId, ...one }] of said.entries()) {
      const before = known.get(itemId) ?? invalid(["items", index, "itemId"], "unknown")
      const columns = {
        outcome: one.outcome,
        voted: one.voted ?? null,
        votes_for: one.votesFor ?? null,
        votes_against: one.votesAgainst ?? null,
        abstentions: one.abstentions ?? null,
      }
      if (Object.entries(columns).every(([name, value]) => before[name as keyof typeof before] === value)) continue
      await db.updateTable("sitting_items").set(columns).where("id", "=", itemId).execute()
      if (one.outcome !== before.outcome) noted.push(outcomeNoted({ ...about, itemId, outcome: one.outcome }))
    }
    return [outcomesNoted({ ...about, items: noted.length }), ...noted]
  },
})
