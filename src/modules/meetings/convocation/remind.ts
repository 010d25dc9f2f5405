import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import type { Schedule } from "../../../kernel/job.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import type { Meeting } from "../meeting.ts"
import { findMeetingToChange } from "../store.ts"
import { remindersSent } from "./events.ts"
import { invitedPeople, write } from "./tell.ts"

/** Days before the meeting on which whoever has not answered is asked again, once. */
export const REMIND_DAYS = 4

/** Asks again those who have not answered; nobody twice within a day. */
export const remindSilent = command({
  name: "invitations.remind",
  input: z.object({ meetingId: z.uuid() }),
  find: ({ meetingId }, { db }) => findMeetingToChange(meetingId, db),
  allow: holds("meetings.convene"),
  async run({ subject: meeting, ...given }) {
    if (meeting.state !== "convened") refuse("meetings.not_convened")
    const people = await remind(meeting, "reminder", given, given.now.subtract({ hours: 24 }))
    if (people === 0) refuse("invitations.nobody_to_remind")
    return remindersSent({ meetingId: meeting.id, people })
  },
})

/** Each morning: a reminder some days before to who has not answered, and the day before to all but those who stay away. */
export const reminders: Schedule = {
  name: "remind those convened",
  cron: "0 8 * * *",
  run: (given) => remindDue(given),
}

/** Bears being run twice: nobody gets the same reminder of a meeting again. */
export const remindDue = async (given: Circumstances): Promise<void> => {
  const meetings = (await given.db
    .selectFrom("meetings")
    .selectAll()
    .where("state", "=", "convened")
    .execute()) as Meeting[]
  for (const meeting of meetings) {
    const today = given.now.toZonedDateTimeISO(meeting.zone).toPlainDate()
    const { days } = today.until(meeting.starts.toPlainDate(), { largestUnit: "day" })
    if (days === 1) await remind(meeting, "eve", given)
    // Convened yesterday for the week after: the convocation itself is the reminder.
    const convened = meeting.convened_at?.toZonedDateTimeISO(meeting.zone).toPlainDate()
    const isFresh = convened !== undefined && convened.until(today).days < 2
    if (days > 1 && days <= REMIND_DAYS && !isFresh) await remind(meeting, "reminder", given)
  }
}

const remind = async (
  meeting: Meeting,
  kind: "reminder" | "eve",
  given: Circumstances,
  since?: Temporal.Instant,
): Promise<number> => {
  let had = given.db
    .selectFrom("sendings")
    .select("person_id")
    .where("meeting_id", "=", meeting.id)
    .where("kind", "=", kind)
    .where("state", "<>", "withdrawn")
  if (since) had = had.where("queued_at", ">", since)
  const done = new Set((await had.execute()).map(({ person_id }) => person_id))
  const wanted = (await invitedPeople(meeting.id, given)).filter(
    ({ person_id, answer, means, is_reached }) =>
      means === "email" &&
      is_reached &&
      !done.has(person_id) &&
      (kind === "eve" ? answer !== "excused" && answer !== "proxy" : answer === null),
  )
  await write(meeting, wanted, () => kind, given)
  return wanted.length
}
