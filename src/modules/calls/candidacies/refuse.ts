import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { text } from "../../../kernel/input.ts"
import { holds } from "../../mandates/contract.ts"
import { findCandidature } from "../seen.ts"
import { standingsOf } from "../standing.ts"
import { respond } from "./respond.ts"

/** Refuses somebody, with the reason that is written to them. */
export const refuseCandidacy = command({
  name: "calls.refuse",
  input: z.object({ candidacyId: z.uuid(), reason: text(2000).min(1) }),
  find: ({ candidacyId }, given) => findCandidature(candidacyId, given),
  allow: holds("decisions.manage"),
  async run({ input: { reason }, subject, ...given }) {
    const { person_id } = subject.candidacy
    const standing = (await standingsOf(subject, [person_id], given)).get(person_id)!
    return respond(subject, { admitted: false, reason, standing }, given)
  },
})
