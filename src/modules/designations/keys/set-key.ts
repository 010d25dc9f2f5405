import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { json } from "../../../kernel/db.ts"
import { stillPrepared } from "../designation.ts"
import { keySet } from "../events.ts"
import { findDesignationToChange, prepares } from "../seen.ts"
import { fitting, keySaid } from "./key.ts"

/**
 * Says by which key seats are shared: between the groups there, of which one is ours, or between our own components. Without a key,
 * all seats are ours, and nobody counts them between components. What was decided between equals was decided for the key before.
 */
export const setKey = command({
  name: "designations.setKey",
  input: z.object({ designationId: z.uuid(), of: z.enum(["groups", "components"]), key: keySaid.nullable() }),
  find: ({ designationId }, given) => findDesignationToChange(designationId, given),
  allow: prepares,
  async run({ input: { of, key }, subject: designation, db }) {
    const { id, body_id: bodyId } = stillPrepared(designation)
    const kept = json(key && fitting(key, of))
    await db
      .updateTable("designations")
      .set(
        of === "groups"
          ? { groups_key: kept, groups_settled: json([]), given_seats: null, given_reason: null }
          : { components_key: kept, components_settled: json([]) },
      )
      .where("id", "=", id)
      .execute()
    return keySet({ designationId: id, bodyId, of, method: key?.method ?? null })
  },
})
