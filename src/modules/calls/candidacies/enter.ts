import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { dayOf } from "../../../kernel/clock.ts"
import { day } from "../../../kernel/input.ts"
import { invalid } from "../../../kernel/refusal.ts"
import { holds, mustSee } from "../../mandates/contract.ts"
import { dayOfCall, notClosed } from "../call.ts"
import { candidacyEntered } from "../events.ts"
import { findCallToStand } from "../seen.ts"
import { insertCandidacy } from "./insert.ts"
import { photoFor } from "./photo.ts"
import { candidacyFields, shortEnough } from "./said.ts"

/** Types the candidacy of somebody who wrote a letter. It may be typed after the last moment, if it came in time. */
export const enterCandidacy = command({
  name: "calls.enter",
  input: z.object({ callId: z.uuid(), personId: z.uuid(), receivedOn: day(), ...candidacyFields }),
  find: ({ callId }, given) => findCallToStand(callId, given),
  allow: holds("decisions.manage"),
  async run({ input: { personId, receivedOn, statement, photoId }, subject: call, ...given }) {
    notClosed(call)
    if (Temporal.PlainDate.compare(receivedOn, dayOfCall(call)) > 0) invalid(["receivedOn"], "calls.too_late")
    if (Temporal.PlainDate.compare(receivedOn, dayOf(given.now, call.zone)) > 0)
      invalid(["receivedOn"], "calls.to_come")
    await mustSee([personId], given)
    const candidacyId = await insertCandidacy(
      {
        call_id: call.id,
        person_id: personId,
        statement: shortEnough(statement, call),
        photo_id: await photoFor(call, photoId, given),
        entered_by: given.actor.personId,
        received_on: receivedOn,
      },
      given,
    )
    return candidacyEntered({ callId: call.id, candidacyId })
  },
})
