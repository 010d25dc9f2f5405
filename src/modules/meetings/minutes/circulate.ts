import { z } from "zod"
import { confide } from "../../../kernel/confide.ts"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { head } from "../../../kernel/seal.ts"
import { numbered, takeNumber } from "../../bodies/contract.ts"
import { queueLetters } from "../../post/contract.ts"
import { mayWrite } from "../attendance/may-hold.ts"
import { composeMinutes } from "./compose.ts"
import { minutesCirculated } from "./events.ts"
import type { Content } from "./frozen.ts"
import { lettersFor } from "./letters.ts"
import { materialOf } from "./material.ts"
import { findMinutesToChange, officialLanguage } from "./store.ts"

/**
 * Sends the draft to those who may see it, under its number. From then on it no longer changes: a mistake is a correction, asked
 * for and answered in the open, until the next meeting approves.
 */
export const circulateMinutes = command({
  name: "minutes.circulate",
  input: z.object({ meetingId: z.uuid() }),
  find: ({ meetingId }, given) => findMinutesToChange(meetingId, given),
  allow: mayWrite,
  async run({ subject: { meeting, minutes }, input: _, ...given }) {
    const { actor, db, now } = given
    if (meeting.state !== "closed") refuse("minutes.not_closed")
    if (minutes.state !== "draft") refuse("minutes.already_circulated")
    const { year } = meeting.starts
    const number = await takeNumber(meeting.body_id, "minutes", year, db)
    const material = await materialOf(meeting, given)
    const reference = numbered(material.body.code, year, "PV", number)
    const circulated = { ...minutes, reference, state: "circulated" as const, circulated_at: now }
    const language = await officialLanguage(given)
    const fingerprint = (await head(db))?.hash
    const version = (which: "full" | "open") =>
      composeMinutes(
        { ...material, minutes: circulated },
        { version: which, language, now, ...(fingerprint ? { fingerprint } : {}) },
      )
    const content: Content = { full: version("full"), open: version("open") }
    const isConfidential = meeting.confidential || material.items.some((item) => item.confidential)
    await db
      .updateTable("minutes")
      .set({
        reference,
        state: "circulated",
        circulated_at: now,
        circulated_by: actor.personId,
        content: confide(given, isConfidential).doc(content),
      })
      .where("meeting_id", "=", meeting.id)
      .execute()
    await queueLetters(await lettersFor(meeting, { reference, language }, given), given)
    return minutesCirculated({ meetingId: meeting.id, bodyId: meeting.body_id, year, number })
  },
})
