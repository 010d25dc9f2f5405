import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { anyOf } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import { notClosed, stillOpen } from "../call.ts"
import { candidacyChanged } from "../events.ts"
import { findCandidature } from "../seen.ts"
import { isCandidate } from "./is-candidate.ts"
import { letGo, photoFor } from "./photo.ts"
import { candidacyFields, shortEnough } from "./said.ts"

/** Says it better, until the last moment; what was typed from a letter is mended by whoever manages the call, until it is closed. */
export const changeCandidacy = command({
  name: "calls.changeCandidacy",
  input: z.object({ candidacyId: z.uuid(), ...candidacyFields }),
  find: ({ candidacyId }, given) => findCandidature(candidacyId, given),
  allow: anyOf(isCandidate, holds("decisions.manage")),
  async run({ input: { statement, photoId }, subject: { candidacy, ...call }, ...given }) {
    const { actor, db, now } = given
    const isOwn = candidacy.person_id === actor.personId
    // Nobody puts words into the mouth of who wrote their own.
    if (!isOwn && !candidacy.received_on) refuse("calls.not_yours")
    if (isOwn) stillOpen(call, now)
    else notClosed(call)
    if (candidacy.withdrawn_at) refuse("calls.withdrawn")
    const photo_id = await photoFor(call, photoId, given, candidacy.photo_id)
    await db
      .updateTable("candidacies")
      .set({ statement: shortEnough(statement, call), photo_id, changed_at: now })
      .where("id", "=", candidacy.id)
      .execute()
    if (candidacy.photo_id !== photo_id) await letGo(candidacy.photo_id, given)
    return candidacyChanged({ callId: call.id, candidacyId: candidacy.id })
  },
})
