import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { refuse } from "../../kernel/refusal.ts"
import { holds } from "../mandates/contract.ts"
import { stillDraft } from "./call.ts"
import { callPublished } from "./events.ts"
import { findCallToChange } from "./seen.ts"
import { textOfCall } from "./text-of-call.ts"

/** Puts a call before those of the body, as it reads now; each is written to. */
export const publishCall = command({
  name: "calls.publish",
  input: z.object({ callId: z.uuid() }),
  find: ({ callId }, given) => findCallToChange(callId, given),
  allow: holds("decisions.manage"),
  async run({ subject: call, ...given }) {
    const { actor, db, now } = given
    stillDraft(call)
    if (Temporal.Instant.compare(call.ends_at, now) <= 0) refuse("calls.ends_before")
    await db
      .updateTable("calls")
      .set({ text: await textOfCall(call, given), published_at: now, published_by: actor.personId })
      .where("id", "=", call.id)
      .execute()
    return callPublished({ callId: call.id, bodyId: call.body_id })
  },
})
