import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { day, hour } from "../../kernel/input.ts"
import { refuse } from "../../kernel/refusal.ts"
import { holds } from "../mandates/contract.ts"
import { ended } from "./call.ts"
import { callExtended } from "./events.ts"
import { momentOf } from "./fields.ts"
import { findCallToChange } from "./seen.ts"
import { shortageIn } from "./shortage.ts"

/** Puts the end of a call off, once it has passed and only if there are too few: else who came late would be let in by who decides. */
export const extendCall = command({
  name: "calls.extend",
  input: z.object({ callId: z.uuid(), endsOn: day(), endsAt: hour() }),
  find: ({ callId }, given) => findCallToChange(callId, given),
  allow: holds("decisions.manage"),
  async run({ input, subject: call, actor, db, now }) {
    ended(call, now)
    const shortage = (await shortageIn(call, { db })) ?? refuse("calls.enough")
    const until = momentOf(input, call.zone, now)
    await db
      .insertInto("call_extensions")
      .values({
        organisation_id: actor.organisation,
        call_id: call.id,
        was_until: call.ends_at,
        until,
        because: shortage.is,
        extended_by: actor.personId,
        extended_at: now,
      })
      .execute()
    await db.updateTable("calls").set({ ends_at: until }).where("id", "=", call.id).execute()
    return callExtended({ callId: call.id, bodyId: call.body_id, because: shortage.is })
  },
})
