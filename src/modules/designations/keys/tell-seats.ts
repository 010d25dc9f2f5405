import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { json } from "../../../kernel/db.ts"
import { text } from "../../../kernel/input.ts"
import { invalid } from "../../../kernel/refusal.ts"
import { stillPrepared } from "../designation.ts"
import { keySet } from "../events.ts"
import { findDesignationToChange, prepares } from "../seen.ts"

/** Our seats as somebody told them, without a key, and why: an agreement between the groups, a letter of the institution. */
export const tellSeats = command({
  name: "designations.tellSeats",
  input: z.object({ designationId: z.uuid(), seats: z.int().min(0).max(500), reason: text(2000).min(1) }),
  find: ({ designationId }, given) => findDesignationToChange(designationId, given),
  allow: prepares,
  async run({ input: { seats, reason }, subject: designation, db }) {
    const { id, body_id: bodyId } = stillPrepared(designation)
    if (seats > designation.seats) invalid(["seats"], "designations.more_than_all", { seats: designation.seats })
    await db
      .updateTable("designations")
      .set({ given_seats: seats, given_reason: reason, groups_key: null, groups_settled: json([]) })
      .where("id", "=", id)
      .execute()
    return keySet({ designationId: id, bodyId, of: "groups", method: null })
  },
})
