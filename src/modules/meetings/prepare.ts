import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { hour, line } from "../../kernel/input.ts"
import { newId } from "../../kernel/id.ts"
import { findBody } from "../bodies/contract.ts"
import { holds } from "../mandates/contract.ts"
import { meetingPrepared } from "./events.ts"
import { templateItems } from "./agenda/template.ts"
import { findType, insertItems, insertMeeting } from "./store.ts"

export const prepareMeeting = command({
  name: "meetings.prepare",
  input: z.object({
    bodyId: z.uuid(),
    typeId: z.uuid().nullish(),
    title: line().nullish(),
    day: z.iso.date(),
    at: hour(),
    minutes: z.int().min(5).max(1440).nullish(),
    place: line().nullish(),
    link: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .nullish(),
  }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("meetings.prepare"),
  async run({ input, subject: body, actor, db, now }) {
    const type = input.typeId ? await findType(input.typeId, body.id, db) : undefined
    const meetingId = newId()
    const starts = Temporal.PlainDate.from(input.day).toPlainDateTime(input.at)
    await insertMeeting(
      {
        organisation_id: actor.organisation,
        id: meetingId,
        body_id: body.id,
        type_id: type?.id ?? null,
        title: input.title ?? type?.name ?? body.name,
        starts,
        zone: body.zone,
        minutes: input.minutes ?? type?.minutes ?? 120,
        place: input.place ?? type?.place ?? body.place,
        link: input.link ?? null,
        confidential: type?.confidential ?? false,
        created_by: actor.personId,
        created_at: now,
      },
      db,
    )
    await insertItems(meetingId, templateItems(type?.agenda ?? []), actor.organisation, db)
    return meetingPrepared({ meetingId, bodyId: body.id })
  },
})
