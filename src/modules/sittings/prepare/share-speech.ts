import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { invalid } from "../../../kernel/refusal.ts"
import { holds, mustSee } from "../../mandates/contract.ts"
import { speechShared } from "../events.ts"
import { findSeenItem } from "../seen.ts"

/** Who speaks on an item, in this order, and for how long. Over the time of the group is said, not refused: a chair may be generous. */
export const shareSpeech = command({
  name: "sittings.shareSpeech",
  input: z.object({
    itemId: z.uuid(),
    speakers: z.array(z.object({ personId: z.uuid(), minutes: z.int().min(1).max(600) })).max(20),
  }),
  find: ({ itemId }, given) => findSeenItem(itemId, given),
  allow: holds("sittings.manage"),
  async run({ input: { itemId, speakers }, subject: item, ...given }) {
    const { actor, db } = given
    const before = await db.selectFrom("sitting_speakers").select("person_id").where("item_id", "=", itemId).execute()
    const people = speakers.map(({ personId }) => personId)
    if (new Set(people).size < people.length) invalid(["speakers"], "twice")
    await mustSee(people, given, { known: before.map(({ person_id }) => person_id) })
    await db.deleteFrom("sitting_speakers").where("item_id", "=", itemId).execute()
    if (speakers.length > 0)
      await db
        .insertInto("sitting_speakers")
        .values(
          speakers.map(({ personId, minutes }, index) => ({
            organisation_id: actor.organisation,
            item_id: itemId,
            person_id: personId,
            place: index + 1,
            minutes,
          })),
        )
        .execute()
    return speechShared({ itemId, sittingId: item.sitting_id, bodyId: item.body_id })
  },
})
