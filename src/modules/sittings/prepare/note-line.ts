import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { text } from "../../../kernel/input.ts"
import { invalid } from "../../../kernel/refusal.ts"
import { anyOf } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import { lineNoted } from "../events.ts"
import { isReader } from "../items/take-position.ts"
import { stances } from "../kinds.ts"
import { findSeenItem } from "../seen.ts"

/** How one sensibility of the group votes on an item, where that is not as all; null: as all. */
export const noteLine = command({
  name: "sittings.noteLine",
  input: z.object({
    itemId: z.uuid(),
    affiliationId: z.uuid(),
    stance: z.enum(stances).nullable(),
    note: text(2000).nullish(),
  }),
  find: ({ itemId }, given) => findSeenItem(itemId, given),
  allow: anyOf<{ body_id: string; reader_id: string | null }>(holds("sittings.manage"), isReader),
  async run({ input: { itemId, affiliationId, stance, note }, subject: item, actor, db }) {
    const affiliation = await db
      .selectFrom("affiliations")
      .select("id")
      .where("id", "=", affiliationId)
      .where("body_id", "=", item.body_id)
      .where("ended_on", "is", null)
      .executeTakeFirst()
    if (!affiliation) invalid(["affiliationId"], "unknown")
    await db
      .deleteFrom("sitting_lines")
      .where("item_id", "=", itemId)
      .where("affiliation_id", "=", affiliationId)
      .execute()
    if (stance)
      await db
        .insertInto("sitting_lines")
        .values({
          organisation_id: actor.organisation,
          item_id: itemId,
          affiliation_id: affiliationId,
          stance,
          note: note || null,
        })
        .execute()
    return lineNoted({ itemId, sittingId: item.sitting_id, bodyId: item.body_id, affiliationId, stance })
  },
})
