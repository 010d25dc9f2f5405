import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { text } from "../../kernel/input.ts"
import { stillPrepared } from "./designation.ts"
import { designationAbandoned } from "./events.ts"
import { findDesignationToChange, prepares } from "./seen.ts"

/** Gives a designation up, with the reason; it stays readable. */
export const abandonDesignation = command({
  name: "designations.abandon",
  input: z.object({ designationId: z.uuid(), reason: text(2000).min(1) }),
  find: ({ designationId }, given) => findDesignationToChange(designationId, given),
  allow: prepares,
  async run({ input: { reason }, subject: designation, actor, db, now }) {
    const { id, body_id: bodyId } = stillPrepared(designation)
    await db
      .updateTable("designations")
      .set({ abandoned_by: actor.personId, abandoned_at: now, abandoned_reason: reason })
      .where("id", "=", id)
      .execute()
    return designationAbandoned({ designationId: id, bodyId })
  },
})
