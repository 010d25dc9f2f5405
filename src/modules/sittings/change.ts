import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { day, hour, line } from "../../kernel/input.ts"
import { holds } from "../mandates/contract.ts"
import { sittingChanged } from "./events.ts"
import { findSeenSitting } from "./seen.ts"

/** The sitting as it now is: its day moves, and all that is counted from it. What is left out stays; null takes out. */
export const changeSitting = command({
  name: "sittings.change",
  input: z.object({
    sittingId: z.uuid(),
    title: line(200).optional(),
    day: day().optional(),
    at: hour().optional(),
    place: line(300).nullish(),
    convenedOn: day().nullish(),
  }),
  find: ({ sittingId }, given) => findSeenSitting(sittingId, given),
  allow: holds("sittings.manage"),
  async run({ input, subject: sitting, db }) {
    const on = input.day ?? sitting.starts.toPlainDate()
    await db
      .updateTable("sittings")
      .set({
        title: input.title ?? sitting.title,
        starts: on.toPlainDateTime(input.at ?? sitting.starts.toPlainTime()),
        place: input.place === undefined ? sitting.place : input.place,
        convened_on: input.convenedOn === undefined ? sitting.convened_on : input.convenedOn,
      })
      .where("id", "=", sitting.id)
      .execute()
    return sittingChanged({ sittingId: sitting.id, bodyId: sitting.body_id, day: on.toString() })
  },
})
