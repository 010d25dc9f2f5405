import { z } from "zod"
import { confide } from "../../../kernel/confide.ts"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { text } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import { type Circumstances, isSignedIn } from "../../../kernel/rule.ts"
import { mayWrite } from "../attendance/may-hold.ts"
import type { Meeting } from "../meeting.ts"
import { findSeenMeeting } from "../seen.ts"
import { correctionAnswered, correctionAsked } from "./events.ts"
import { itemsOf } from "../agenda/read-items.ts"
import { findMinutesToChange } from "./store.ts"

/** Whoever may read the minutes may ask for a correction, of an item or of the whole, until they are approved. */
export const askCorrection = command({
  name: "minutes.askCorrection",
  input: z.object({ meetingId: z.uuid(), itemId: z.uuid().nullish(), text: text(5000).min(1) }),
  async find({ meetingId }, given) {
    const seen = given.actor.personId ? await findSeenMeeting(meetingId, given) : undefined
    return seen && findMinutesToChange(meetingId, given)
  },
  allow: isSignedIn,
  async run({ input, subject: { meeting, minutes }, ...given }) {
    const { actor, db, now } = given
    if (minutes.state === "draft") refuse("not_found", {}, 404)
    if (minutes.state === "approved") refuse("minutes.approved")
    if (input.itemId) {
      const items = await itemsOf(meeting, given)
      if (!items.some(({ id, hidden, state }) => id === input.itemId && !hidden && state === "accepted"))
        invalid(["itemId"], "unknown_item")
    }
    const id = newId()
    await db
      .insertInto("minutes_corrections")
      .values({
        organisation_id: actor.organisation,
        id,
        meeting_id: meeting.id,
        item_id: input.itemId ?? null,
        person_id: actor.personId!,
        text: confide(given, await isHidden(input.itemId, meeting, given)).text(input.text),
        asked_at: now,
        answer: null,
      })
      .execute()
    return correctionAsked({ meetingId: meeting.id, correctionId: id, itemId: input.itemId ?? null })
  },
})

/** Takes a correction, which then belongs to the minutes, or declines it with a reason. Until the approval one may think again. */
export const answerCorrection = command({
  name: "minutes.answerCorrection",
  input: z.object({ correctionId: z.uuid(), taken: z.boolean(), answer: text(5000).nullish() }),
  async find({ correctionId }, given) {
    const correction = await given.db
      .selectFrom("minutes_corrections")
      .selectAll()
      .where("id", "=", correctionId)
      .executeTakeFirst()
    const found = correction && (await findMinutesToChange(correction.meeting_id, given))
    return found && { ...found, correction }
  },
  allow: mayWrite,
  async run({ input, subject: { correction, minutes, meeting }, ...given }) {
    if (minutes.state === "approved") refuse("minutes.approved")
    if (!input.taken && !input.answer) invalid(["answer"], "required")
    const as = confide(given, await isHidden(correction.item_id, meeting, given))
    await given.db
      .updateTable("minutes_corrections")
      .set({ state: input.taken ? "taken" : "declined", answer: as.text(input.answer ?? null) })
      .where("id", "=", correction.id)
      .execute()
    return correctionAnswered({ meetingId: meeting.id, correctionId: correction.id, taken: input.taken })
  },
})

const isHidden = async (itemId: string | null | undefined, meeting: Meeting, { db }: Circumstances): Promise<boolean> =>
  meeting.confidential || (itemId ? ((await findItem(itemId, db))?.confidential ?? false) : false)

const findItem = (itemId: string, db: Circumstances["db"]) =>
  db.selectFrom("agenda_items").select("confidential").where("id", "=", itemId).executeTakeFirst()
