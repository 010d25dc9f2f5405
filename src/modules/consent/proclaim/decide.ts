import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { text } from "../../../kernel/input.ts"
import { holds } from "../../mandates/contract.ts"
import { electionDecided } from "../events.ts"
import { findElectionToMove } from "../seen.ts"
import { writeElectionDecision } from "./decision-of.ts"
import { settled } from "./settled.ts"

/** Writes into the register who was elected: to a role that is only a name, or by somebody who records no mandates. */
export const decideByConsent = command({
  name: "consent.decide",
  input: z.object({ electionId: z.uuid(), text: text(10_000).min(1), itemId: z.uuid().nullish() }),
  find: ({ electionId }, given) => findElectionToMove(electionId, given),
  allow: holds("decisions.manage"),
  async run({ input, subject: election, ...given }) {
    const taken = await writeElectionDecision(election, await settled(election, given), input, given)
    return [electionDecided({ electionId: election.id, decisionId: taken.facts.decisionId }), taken]
  },
})
