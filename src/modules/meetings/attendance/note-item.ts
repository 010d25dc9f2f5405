import { z } from "zod"
import { confide } from "../../../kernel/confide.ts"
import { command } from "../../../kernel/command.ts"
import { type RichText, richText } from "../../../kernel/rich-text/schema.ts"
import { together } from "../../../kernel/rich-text/together.ts"
import { written } from "../agenda/item-input.ts"
import { itemNoted } from "./events.ts"
import { findItemToHold, mayWrite, stillHeld } from "./may-hold.ts"

/**
 * Saves the notes of an item. `base` is what the writer began from: what somebody else wrote meanwhile is kept, word by word.
 * Where both wrote, the answer says so and the page reads again.
 */
export const noteItem = command({
  name: "agenda.note",
  input: z.object({ itemId: z.uuid(), notes: richText.nullable(), base: richText.nullable() }),
  find: ({ itemId }, given) => findItemToHold(itemId, given),
  allow: mayWrite,
  async run({ input, subject: { item, meeting }, ...given }) {
    const { actor, db, now } = given
    await stillHeld(meeting, db)
    const { doc, merged } = together(item.notes as RichText | null, input.base, input.notes)
    const kept = written(doc)
    await db
      .updateTable("agenda_items")
      .set({
        notes: confide(given, meeting.confidential || item.confidential).doc(kept),
        version: item.version + 1,
        changed_by: actor.personId,
        changed_at: now,
      })
      .where("id", "=", item.id)
      .execute()
    return itemNoted({ itemId: item.id, meetingId: meeting.id, version: item.version + 1, merged })
  },
})
