import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { day, hour, line } from "../../kernel/input.ts"
import { invalid } from "../../kernel/refusal.ts"
import { findBody } from "../bodies/contract.ts"
import { holds } from "../mandates/contract.ts"
import { findType } from "./store.ts"
import { writeMeeting } from "./write-meeting.ts"

export const prepareMeeting = command({
  name: "meetings.prepare",
  input: z.object({
    bodyId: z.uuid(),
    typeId: z.uuid().nullish(),
    title: line().nullish(),
    day: day(),
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
  async run({ input, subject: body, ...given }) {
    const { typeId, day: on, at, ...said } = input
    const type = typeId ? await findType(typeId, body.id, given.db) : undefined
    if (typeId && (!type || type.ended_on)) invalid(["typeId"], "unknown_type")
    return writeMeeting({ ...said, body, type, starts: on.toPlainDateTime(at) }, given)
  },
})
