import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { stillOpen } from "../call.ts"
import { candidateStood } from "../events.ts"
import { findCallToStand } from "../seen.ts"
import { standingInWords, standingsOf } from "../standing.ts"
import { insertCandidacy } from "./insert.ts"
import { photoFor } from "./photo.ts"
import { candidacyFields, shortEnough } from "./said.ts"

/**
 * Somebody stands for themselves, and accepts to be elected. Who may not by the rule reads why: where the file is wrong, the
 * secretariat can enter them, and says so.
 */
export const stand = command({
  name: "calls.stand",
  input: z.object({ callId: z.uuid(), ...candidacyFields, accepts: z.boolean().refine((it) => it, "calls.accepts") }),
  find: ({ callId }, given) => findCallToStand(callId, given),
  allow: isSignedIn,
  async run({ input: { statement, photoId }, subject: call, ...given }) {
    const { actor, now } = given
    stillOpen(call, now)
    const standing = (await standingsOf(call, [actor.personId!], given)).get(actor.personId!)!
    if (!standing.fits) refuse("calls.not_eligible", { why: standingInWords(standing, actor.language).why })
    const candidacyId = await insertCandidacy(
      {
        call_id: call.id,
        person_id: actor.personId!,
        statement: shortEnough(statement, call),
        photo_id: await photoFor(call, photoId, given),
        entered_by: null,
        received_on: null,
      },
      given,
    )
    return candidateStood({ callId: call.id, candidacyId })
  },
})
