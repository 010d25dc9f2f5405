import { sql } from "kysely"
import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { holds } from "../../mandates/contract.ts"
import { findSeenItem } from "../seen.ts"
import { groupVoteNoted } from "./events.ts"
import { mustBeGroup } from "./speak.ts"

const votes = z.int().min(0).max(10_000)

/** How a group voted, as it is seen from the bench: never more votes than it has seats. Fewer is possible: some were away. */
export const noteGroupVote = command({
  name: "sittings.noteGroupVote",
  input: z.object({
    itemId: z.uuid(),
    groupId: z.uuid(),
    for: votes,
    against: votes,
    abstain: votes,
    apart: votes.default(0),
  }),
  find: ({ itemId }, given) => findSeenItem(itemId, given),
  allow: holds("sittings.manage"),
  async run({ input, subject: item, ...given }) {
    const { actor, db } = given
    await mustBeGroup(input.groupId, item.sitting_id, given)
    const { rows } = await sql<{ seats: number }>`
      select count(*)::int as seats from assembly_members m
        join sittings s on (s.organisation_id, s.id) = (m.organisation_id, ${item.sitting_id}::uuid)
       where m.group_id = ${input.groupId} and (m.until is null or m.until >= s.starts::date)
         and (m.since is null or m.since <= s.starts::date)`.execute(db)
    const { seats } = rows[0]!
    const said = input.for + input.against + input.abstain + input.apart
    // A group whose members nobody wrote down has no number to be checked against.
    if (seats > 0 && said > seats) refuse("sittings.votes_over_seats", { said, seats })
    await db
      .insertInto("sitting_group_votes")
      .values({
        organisation_id: actor.organisation,
        item_id: item.id,
        group_id: input.groupId,
        votes_for: input.for,
        votes_against: input.against,
        abstentions: input.abstain,
        apart: input.apart,
      })
      .onConflict((on) =>
        on.columns(["organisation_id", "item_id", "group_id"]).doUpdateSet({
          votes_for: input.for,
          votes_against: input.against,
          abstentions: input.abstain,
          apart: input.apart,
        }),
      )
      .execute()
    return groupVoteNoted({ itemId: item.id, sittingId: item.sitting_id, bodyId: item.body_id, groupId: input.groupId })
  },
})
