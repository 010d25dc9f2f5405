import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { holds } from "../mandates/contract.ts"
import { stillDraft } from "./call.ts"
import { callChanged } from "./events.ts"
import { callFields, columnsOf } from "./fields.ts"
import { findCallToChange } from "./seen.ts"

/** Says all of a call again, before it is published: afterwards some have answered what they read. */
export const changeCall = command({
  name: "calls.change",
  input: z.object({ callId: z.uuid(), ...callFields.shape }),
  find: ({ callId }, given) => findCallToChange(callId, given),
  allow: holds("decisions.manage"),
  async run({ input, subject: call, ...given }) {
    stillDraft(call)
    await given.db
      .updateTable("calls")
      .set(await columnsOf(input, { id: call.body_id, zone: call.zone }, given))
      .where("id", "=", call.id)
      .execute()
    return callChanged({ callId: call.id, bodyId: call.body_id })
  },
})
