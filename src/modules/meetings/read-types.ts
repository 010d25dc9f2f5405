import { z } from "zod"
import { may } from "../../kernel/command.ts"
import { read } from "../../kernel/read.ts"
import { findBodyEvenClosed } from "../bodies/contract.ts"
import { addType, changeType, endType } from "./types/change.ts"
import { isOfBody } from "../mandates/contract.ts"

/** The types of meeting of a body, those in use. */
export const listTypes = read({
  name: "meetings.types",
  input: z.object({ bodyId: z.uuid() }),
  find: ({ bodyId }, { db }) => findBodyEvenClosed(bodyId, db),
  allow: isOfBody,
  async run({ input, subject: body, ...given }) {
    const { db } = given
    const rows = await db
      .selectFrom("meeting_types")
      .selectAll()
      .where("body_id", "=", input.bodyId)
      .where("ended_on", "is", null)
      // The form proposes the first: the one the body holds most.
      .orderBy(
        (eb) =>
          eb
            .selectFrom("meetings")
            .select(({ fn }) => fn.countAll().as("n"))
            .whereRef("meetings.organisation_id", "=", "meeting_types.organisation_id")
            .whereRef("meetings.type_id", "=", "meeting_types.id"),
        "desc",
      )
      .orderBy("id")
      .execute()
    return {
      rows: rows.map(({ organisation_id: _, ...type }) => type),
      may: await may(body, [addType, changeType, endType], given),
    }
  },
})
