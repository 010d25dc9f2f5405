import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { notOver } from "./call.ts"
import { holds } from "../mandates/contract.ts"
import { callCancelled } from "./events.ts"
import { findCallToChange } from "./seen.ts"

/** Gives a call up before its candidates are closed. Who stood is shown to nobody any more, and stays written. */
export const cancelCall = command({
  name: "calls.cancel",
  input: z.object({ callId: z.uuid() }),
  find: ({ callId }, given) => findCallToChange(callId, given),
  allow: holds("decisions.manage"),
  async run({ subject: call, actor, db, now }) {
    notOver(call)
    await db
      .updateTable("calls")
      .set({ cancelled_at: now, cancelled_by: actor.personId })
      .where("id", "=", call.id)
      .execute()
    return callCancelled({ callId: call.id, bodyId: call.body_id })
  },
})
