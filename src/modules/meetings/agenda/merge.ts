import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { confide } from "../../../kernel/confide.ts"
import { invalid } from "../../../kernel/refusal.ts"
import { keepMeetingConfided } from "../confided.ts"
import { itemMerged } from "../events.ts"
import { stillOnTheWay } from "../meeting.ts"
import { findReadItemToChange, isItemRead } from "./find-item.ts"
import { joined } from "./joined.ts"
import { stillWaiting } from "./proposal.ts"
import { preparesIt } from "../prepares.ts"

/** Takes a proposal up in an item of the agenda: its words and papers join those that are there, and its author reads where it went. */
export const mergeItem = command({
  name: "agenda.merge",
  input: z.object({ itemId: z.uuid(), intoId: z.uuid() }),
  find: ({ itemId }, given) => findReadItemToChange(itemId, given),
  allow: preparesIt,
  async run({ input, subject: { item, meeting }, ...given }) {
    const { actor, db, now } = given
    stillOnTheWay(meeting)
    stillWaiting(item)
    const into =
      (await db
        .selectFrom("agenda_items")
        .selectAll()
        .where("id", "=", input.intoId)
        .where("meeting_id", "=", meeting.id)
        .where("state", "=", "accepted")
        .forUpdate()
        .executeTakeFirst()) ?? invalid(["intoId"], "unknown_item")
    if (!(await isItemRead(into, meeting, given))) invalid(["intoId"], "unknown_item")
    const become = joined(into, item)
    const as = confide(given, meeting.confidential || become.confidential)
    const trace = { changed_by: actor.personId, changed_at: now }
    await db
      .updateTable("agenda_items")
      .set({
        ...become,
        description: as.doc(become.description),
        proposed_decision: as.text(become.proposed_decision),
        ...trace,
        version: into.version + 1,
      })
      .where("id", "=", into.id)
      .execute()
    await db
      .updateTable("agenda_items")
      .set({ state: "merged", merged_into: into.id, ...trace, version: item.version + 1 })
      .where("id", "=", item.id)
      .execute()
    await db
      .insertInto("item_papers")
      .columns(["organisation_id", "item_id", "file_id", "position"])
      .expression(
        db
          .selectFrom("item_papers")
          .select(({ val }) => ["organisation_id", val(into.id).$castTo<string>().as("item_id"), "file_id", "position"])
          .where("item_id", "=", item.id),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const turned = become.confidential ? await keepMeetingConfided(meeting.id, given) : []
    return [itemMerged({ itemId: item.id, intoId: into.id, meetingId: meeting.id }), ...turned]
  },
})
