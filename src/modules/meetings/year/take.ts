import { sql, type Selectable } from "kysely"
import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { day, hour, line } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { findBody, type BodyRow, type OpenOccasion } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { makeRoom } from "../agenda/store.ts"
import { templateItem } from "../found-types.ts"
import { findMeetingToChange, insertItems } from "../store.ts"
import type { TemplateItem } from "../tables.ts"
import { writeMeeting } from "../write-meeting.ts"
import { occasionTaken } from "./events.ts"
import { markOf, occasionsOf } from "./occasions.ts"

/** Takes up what the year asks for: makes the meeting with its items, or puts the items on a meeting in preparation. */
export const takeOccasion = command({
  name: "year.take",
  input: z
    .object({
      bodyId: z.uuid(),
      /** Key of the occasion in the year of the body's profile. */
      occasion: z.string().max(100),
      meetingId: z.uuid().nullish(),
      day: day().nullish(),
      at: hour().nullish(),
      place: line().nullish(),
    })
    .refine(({ meetingId, day: on, at }) => meetingId || (on && at), { path: ["day"], message: "required" }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("meetings.prepare"),
  async run({ input, subject: body, ...given }) {
    const open = (await occasionsOf(body, given)).find(({ occasion }) => occasion.key === input.occasion)
    if (!open) return invalid(["occasion"], "unknown_occasion")
    if (open.meeting_id) refuse("year.already_taken")
    const items = await itemsOf(open, given)
    if (input.meetingId) {
      const meetingId = await addTo(input.meetingId, body, open, items, given)
      return occasionTaken({ meetingId, bodyId: body.id, occasion: markOf(open) })
    }
    const type = await given.db
      .selectFrom("meeting_types")
      .selectAll()
      .where("body_id", "=", body.id)
      .where("key", "=", open.occasion.meeting_type)
      .where("ended_on", "is", null)
      .executeTakeFirst()
    const events = await writeMeeting(
      { body, type, starts: input.day!.toPlainDateTime(input.at!), place: input.place, items, occasion: markOf(open) },
      given,
    )
    const { meetingId } = events[0].facts
    return [occasionTaken({ meetingId, bodyId: body.id, occasion: markOf(open) }), ...events]
  },
})

const itemsOf = async ({ occasion }: OpenOccasion, { db }: Circumstances): Promise<TemplateItem[]> => {
  const { language } = await db.selectFrom("organisations").select("language").executeTakeFirstOrThrow()
  return occasion.items.map((item) => templateItem(item, language === "en" ? "en" : "fr"))
}

const addTo = async (
  meetingId: string,
  body: Pick<Selectable<BodyRow>, "id">,
  open: OpenOccasion,
  items: readonly TemplateItem[],
  { actor, db }: Circumstances,
): Promise<string> => {
  const meeting = await findMeetingToChange(meetingId, db)
  if (meeting?.body_id !== body.id || meeting.state !== "preparing") return invalid(["meetingId"], "unknown_meeting")
  const place = await makeRoom(meeting.id, items.length, db)
  await insertItems(
    meeting.id,
    items.map(({ title, purpose, minutes, confidential }, index) => ({
      title,
      purpose,
      minutes,
      confidential: confidential ?? false,
      position: place + index,
    })),
    actor.organisation,
    db,
  )
  await sql`update meetings set occasions = array_append(occasions, ${markOf(open)}) where id = ${meeting.id}`.execute(
    db,
  )
  return meeting.id
}
