import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { day } from "../../kernel/input.ts"
import { mandateEnded } from "./events.ts"
import { inOrder } from "./memberships/dates.ts"
import { holds } from "./rights.ts"
import { findMandateToChange } from "./store.ts"

/** Sets the last day of a mandate, past or to come: resignation, new election. The mandate stays written. */
export const endMandate = command({
  name: "mandates.end",
  input: z.object({ mandateId: z.uuid(), until: day() }),
  find: ({ mandateId }, { db }) => findMandateToChange(mandateId, db),
  allow: holds("mandates.manage"),
  async run({ input, subject: { id, person_id, function_id, body_id, since }, db }) {
    const { until } = inOrder({ since, until: input.until })
    await db.updateTable("mandates").set({ until }).where("id", "=", id).execute()
    const facts = { mandateId: id, personId: person_id, functionId: function_id, bodyId: body_id }
    return mandateEnded({ ...facts, until: String(until) })
  },
})
