import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { day, hour, line } from "../../../kernel/input.ts"
import { newId } from "../../../kernel/id.ts"
import { invalid } from "../../../kernel/refusal.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { notYetOpen } from "../meeting.ts"
import { findMeetingToChange, findType } from "../store.ts"
import { pollOpened } from "./events.ts"

/** Asks when people can: for a meeting to be made, or for one to be moved. */
export const openPoll = command({
  name: "polls.open",
  input: z.object({
    bodyId: z.uuid(),
    meetingId: z.uuid().nullish(),
    typeId: z.uuid().nullish(),
    title: line(),
    options: z
      .array(z.object({ day: day(), at: hour() }))
      .min(2)
      .max(30),
    until: day().nullish(),
  }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("meetings.prepare"),
  async run({ input, subject: body, actor, db, now }) {
    const meeting = input.meetingId ? await findMeetingToChange(input.meetingId, db) : undefined
    if (input.meetingId && meeting?.body_id !== body.id) invalid(["meetingId"], "unknown_meeting")
    if (meeting) notYetOpen(meeting)
    if (input.typeId && !(await findType(input.typeId, body.id, db))) invalid(["typeId"], "unknown_type")
    if (input.until && Temporal.PlainDate.compare(input.until, dayOf(now, body.zone)) < 0)
      invalid(["until"], "past_day")
    const starts = [...new Set(input.options.map((one) => one.day.toPlainDateTime(one.at).toString()))]
    if (starts.length < 2) invalid(["options"], "too_small", { origin: "array", minimum: 2 })
    const pollId = newId()
    const here = { organisation_id: actor.organisation }
    await db
      .insertInto("date_polls")
      .values({
        ...here,
        id: pollId,
        body_id: body.id,
        meeting_id: meeting?.id ?? null,
        type_id: meeting?.type_id ?? input.typeId ?? null,
        title: input.title,
        until: input.until ?? null,
        closed_at: null,
        created_by: actor.personId,
      })
      .execute()
    await db
      .insertInto("date_poll_options")
      .values(
        starts.map((one) => ({ ...here, id: newId(), poll_id: pollId, starts: Temporal.PlainDateTime.from(one) })),
      )
      .execute()
    return pollOpened({ pollId, bodyId: body.id, options: starts.length })
  },
})
