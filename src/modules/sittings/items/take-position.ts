import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { line, text } from "../../../kernel/input.ts"
import { anyOf, rule } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import { stanceTaken } from "../events.ts"
import { stances } from "../kinds.ts"
import { findSeenItem } from "../seen.ts"

export const isReader = rule<{ reader_id: string | null }>(
  "isReader",
  ({ reader_id }, { actor }) => actor.personId !== null && reader_id === actor.personId,
)

/**
 * How the group votes on an item: proposed by its reader, decided by whoever prepares the sitting or by a meeting of ours; null when it
 * is open again.
 */
export const takePosition = command({
  name: "sittings.takePosition",
  input: z.object({
    itemId: z.uuid(),
    stance: z.enum(stances).nullable(),
    condition: line(300).nullish(),
    note: text(4000).nullish(),
  }),
  find: ({ itemId }, given) => findSeenItem(itemId, given),
  allow: anyOf<{ body_id: string; reader_id: string | null }>(holds("sittings.manage"), isReader),
  async run({ input: { itemId, stance, condition, note }, subject, ...given }) {
    const { actor, db, now } = given
    const decides = await holds("sittings.manage")(subject, given)
    // Who read again and found nothing to change does not undo what was decided.
    const isSame = stance === subject.stance && (condition || null) === subject.stance_condition
    await db
      .updateTable("sitting_items")
      .set({
        stance,
        stance_condition: (stance && condition) || null,
        stance_note: note || null,
        stance_by: actor.personId,
        stance_said_at: now,
        stance_decided_at: stance && decides ? now : isSame ? subject.stance_decided_at : null,
        // What a meeting decided is no more the origin of another vote.
        ...(stance !== subject.stance && { decision_id: null }),
      })
      .where("id", "=", itemId)
      .execute()
    return stanceTaken({ itemId, sittingId: subject.sitting_id, bodyId: subject.body_id, stance })
  },
})
