import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { anyOf } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import { candidacyWithdrawn } from "../events.ts"
import { findCandidature } from "../seen.ts"
import { isCandidate } from "./is-candidate.ts"
import { letGo } from "./photo.ts"

/**
 * Takes a candidacy back, whenever. Once the order is drawn the place stays in it, with the mark that they withdrew; their words and
 * their photo are shown no more.
 */
export const withdrawCandidacy = command({
  name: "calls.withdraw",
  input: z.object({ candidacyId: z.uuid() }),
  find: ({ candidacyId }, given) => findCandidature(candidacyId, given),
  allow: anyOf(isCandidate, holds("decisions.manage")),
  async run({ subject: { candidacy, ...call }, actor, db, now }) {
    if (call.cancelled_at) refuse("calls.cancelled")
    if (candidacy.withdrawn_at) refuse("calls.withdrawn")
    if (candidacy.person_id !== actor.personId && !candidacy.received_on) refuse("calls.not_yours")
    await db
      .updateTable("candidacies")
      .set({ withdrawn_at: now, statement: "", photo_id: null })
      .where("id", "=", candidacy.id)
      .execute()
    await letGo(candidacy.photo_id, { db })
    return candidacyWithdrawn({ callId: call.id, candidacyId: candidacy.id })
  },
})
