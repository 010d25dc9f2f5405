import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { ids } from "../../../kernel/input.ts"
import { invalid } from "../../../kernel/refusal.ts"
import { isOfBody } from "../../mandates/contract.ts"
import { wishesSaid } from "../events.ts"
import { wishes } from "../kinds.ts"
import { findSeenSitting } from "../seen.ts"

/** What somebody would read of a sitting, and the themes they read whatever the sitting. For oneself alone. */
export const sayWishes = command({
  name: "sittings.sayWishes",
  input: z.object({
    sittingId: z.uuid(),
    wishes: z.array(z.object({ itemId: z.uuid(), wish: z.enum(wishes).nullable() })).max(1000),
    themeIds: ids(100).optional(),
  }),
  find: ({ sittingId }, given) => findSeenSitting(sittingId, given),
  allow: isOfBody,
  async run({ input, subject: sitting, ...given }) {
    const { actor, db, now } = given
    const personId = actor.personId!
    const itemIds = await db
      .selectFrom("sitting_items")
      .select("id")
      .where("sitting_id", "=", sitting.id)
      .where("removed_at", "is", null)
      .execute()
    const known = new Set(itemIds.map(({ id }) => id))
    for (const [index, { itemId, wish }] of input.wishes.entries()) {
      if (!known.has(itemId)) invalid(["wishes", index, "itemId"], "unknown")
      await db.deleteFrom("sitting_wishes").where("item_id", "=", itemId).where("person_id", "=", personId).execute()
      if (wish)
        await db
          .insertInto("sitting_wishes")
          .values({ organisation_id: actor.organisation, item_id: itemId, person_id: personId, wish, said_at: now })
          .execute()
    }
    if (input.themeIds) await sayThemes(input.themeIds, sitting.body_id, given)
    return wishesSaid({ sittingId: sitting.id, bodyId: sitting.body_id, personId })
  },
})

const sayThemes = async (
  themeIds: readonly string[],
  bodyId: string,
  { actor, db }: Parameters<typeof findSeenSitting>[1],
): Promise<void> => {
  const known = await db
    .selectFrom("themes")
    .select("id")
    .where("body_id", "=", bodyId)
    .where("ended_on", "is", null)
    .execute()
  if (themeIds.some((id) => !known.some((one) => one.id === id))) invalid(["themeIds"], "unknown")
  await db.deleteFrom("reader_themes").where("body_id", "=", bodyId).where("person_id", "=", actor.personId!).execute()
  if (themeIds.length > 0)
    await db
      .insertInto("reader_themes")
      .values(
        themeIds.map((theme_id) => ({
          organisation_id: actor.organisation,
          body_id: bodyId,
          person_id: actor.personId!,
          theme_id,
        })),
      )
      .execute()
}
