import { after, within } from "../../../kernel/reaction.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { meetingClosed } from "../attendance/events.ts"
import { meetingCancelled, meetingChanged, meetingRescheduled } from "../events.ts"
import type { Meeting } from "../meeting.ts"
import { findMeetingToChange } from "../store.ts"
import { forgetStrays } from "./stray-answers.ts"
import { tellOfCancellation, tellOfChange } from "./tell.ts"

/** In the same transaction: the letters leave if the change holds, and only then. */
export const convocationReactions = [
  within(meetingRescheduled, "tell those convened, and ask them again", async ({ meetingId, isConvened }, given) => {
    if (!isConvened) return
    await forgetAnswers(meetingId, given)
    await forgetStrays(meetingId, given)
    await tellOfChange(await found(meetingId, given), given, { moved: true })
  }),
  within(meetingChanged, "tell those convened", async ({ meetingId, isConvened }, given) => {
    if (isConvened) await tellOfChange(await found(meetingId, given), given)
  }),
  within(meetingCancelled, "tell those convened", async ({ meetingId, isConvened }, given) => {
    if (isConvened) await tellOfCancellation(await found(meetingId, given), given)
    await forgetStrays(meetingId, given)
  }),
  after(meetingClosed, "forget the answers of calendars that nobody recognised", ({ meetingId }, given) =>
    forgetStrays(meetingId, given),
  ),
]

const found = async (meetingId: string, { db }: Circumstances): Promise<Meeting> =>
  (await findMeetingToChange(meetingId, db)) as Meeting

// "I am coming" was said of another day, and so were the proxies. The journal keeps that they were given.
const forgetAnswers = async (meetingId: string, { db, now }: Circumstances) => {
  await db
    .updateTable("invitations")
    .set({ answer: null, answered_at: null, answered_by: null })
    .where("meeting_id", "=", meetingId)
    .execute()
  await db
    .updateTable("proxies")
    .set({ withdrawn_at: now })
    .where("meeting_id", "=", meetingId)
    .where("withdrawn_at", "is", null)
    .execute()
}
