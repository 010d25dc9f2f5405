import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { hour } from "../../../kernel/input.ts"
import { invalid } from "../../../kernel/refusal.ts"
import { itemFinished, itemStarted } from "./events.ts"
import { findItemToHold, mayHold, stillHeld } from "./may-hold.ts"
import { momentSaid } from "./moment.ts"

/** Opens an item; the one that was open ends. An item that was finished is taken up again. */
export const startItem = command({
  name: "agenda.start",
  input: z.object({ itemId: z.uuid(), at: hour().nullish() }),
  find: ({ itemId }, given) => findItemToHold(itemId, given),
  allow: mayHold,
  async run({ input: { at }, subject: { item, meeting }, db, now }) {
    await stillHeld(meeting, db)
    const moment = momentSaid(meeting, { at, now, otherwise: meeting.opened_at })
    const facts = { itemId: item.id, meetingId: meeting.id, at: moment.toString() }
    if (item.opened_at && !item.closed_at) return itemStarted(facts)
    await db
      .updateTable("agenda_items")
      .set({ closed_at: moment })
      .where("meeting_id", "=", meeting.id)
      .where("opened_at", "is not", null)
      .where("closed_at", "is", null)
      .execute()
    await db
      .updateTable("agenda_items")
      .set({ opened_at: at ? moment : (item.opened_at ?? moment), closed_at: null, outcome: null })
      .where("id", "=", item.id)
      .execute()
    return itemStarted(facts)
  },
})

/** Ends an item with what came of it. One that was never opened may be postponed, or be said to have been dealt with. */
export const finishItem = command({
  name: "agenda.finish",
  input: z.object({
    itemId: z.uuid(),
    outcome: z.enum(["decided", "discussed", "informed", "postponed"]),
    at: hour().nullish(),
  }),
  find: ({ itemId }, given) => findItemToHold(itemId, given),
  allow: mayHold,
  async run({ input: { at, outcome }, subject: { item, meeting }, db, now }) {
    await stillHeld(meeting, db)
    const moment = momentSaid(meeting, { at, now, otherwise: item.closed_at ?? item.opened_at ?? meeting.opened_at })
    if (item.opened_at && Temporal.Instant.compare(moment, item.opened_at) < 0) invalid(["at"], "before_its_start")
    const opened_at = item.opened_at ?? (outcome === "postponed" ? null : moment)
    const closed_at = item.closed_at && !at ? item.closed_at : moment
    await db
      .updateTable("agenda_items")
      .set({ opened_at, closed_at: opened_at ? closed_at : null, outcome })
      .where("id", "=", item.id)
      .execute()
    return itemFinished({ itemId: item.id, meetingId: meeting.id, at: moment.toString(), outcome })
  },
})
