import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { text } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import { holds } from "../../mandates/contract.ts"
import { findCandidature } from "../seen.ts"
import { standingsOf } from "../standing.ts"
import { respond } from "./respond.ts"

/** Admits somebody. Against what the rule says it takes a reason, which the candidate reads. */
export const admitCandidacy = command({
  name: "calls.admit",
  input: z.object({ candidacyId: z.uuid(), reason: text(2000).min(1).nullable().default(null) }),
  find: ({ candidacyId }, given) => findCandidature(candidacyId, given),
  allow: holds("decisions.manage"),
  async run({ input: { reason }, subject, ...given }) {
    const { person_id } = subject.candidacy
    const standing = (await standingsOf(subject, [person_id], given)).get(person_id)!
    // By the rule anybody is let in by anybody; against it, nobody lets themselves in.
    if (!standing.fits && person_id === given.actor.personId) refuse("calls.not_for_oneself")
    if (!standing.fits && !reason) invalid(["reason"], "calls.against_the_rule")
    return respond(subject, { admitted: true, reason, standing }, given)
  },
})
