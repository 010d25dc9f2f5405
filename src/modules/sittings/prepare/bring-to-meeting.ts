import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { format, type Language } from "../../../kernel/words/words.ts"
import { holds } from "../../mandates/contract.ts"
import { bringItem, whereaboutsOf } from "../../meetings/contract.ts"
import { itemBrought } from "../events.ts"
import { findSeenItem, type SittingItem } from "../seen.ts"

/** The item goes onto the agenda of a meeting of ours; what that meeting decides comes back as the origin of the position. */
export const bringToMeeting = command({
  name: "sittings.bringToMeeting",
  input: z.object({ itemId: z.uuid(), meetingId: z.uuid() }),
  find: ({ itemId }, given) => findSeenItem(itemId, given),
  allow: holds("sittings.manage"),
  async run({ input: { itemId, meetingId }, subject: item, ...given }) {
    if (item.agenda_item_id && (await whereaboutsOf(item.agenda_item_id, given))) refuse("sittings.already_brought")
    const sitting = await given.db
      .selectFrom("sittings")
      .select("title")
      .where("id", "=", item.sitting_id)
      .executeTakeFirstOrThrow()
    const added = await bringItem(
      {
        meetingId,
        bodyId: item.body_id,
        title: [item.number, item.title].filter(Boolean).join(" · "),
        matterId: item.matter_id,
        back: {
          words: format(given.actor.language, "sittings.brought.back", { title: sitting.title }),
          at: `/seances/${item.sitting_id}/points/${itemId}`,
        },
        proposed: proposalOf(given.actor.language, item),
      },
      given,
    )
    await given.db
      .updateTable("sitting_items")
      .set({ agenda_item_id: added.facts.itemId, decision_id: null })
      .where("id", "=", itemId)
      .execute()
    return [
      itemBrought({
        itemId,
        sittingId: item.sitting_id,
        bodyId: item.body_id,
        meetingId,
        agendaItemId: added.facts.itemId,
      }),
      added,
    ]
  },
})

/** The position as the sentence that the meeting would decide: its chair reads it out, its scribe changes a word. */
export const proposalOf = (
  language: Language,
  { stance, stance_condition }: Pick<SittingItem, "stance" | "stance_condition">,
): string | null =>
  stance &&
  format(language, "sittings.brought.propose", { stance, condition: stance_condition ? `, ${stance_condition}` : "" })
