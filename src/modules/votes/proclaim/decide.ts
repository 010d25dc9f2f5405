import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { text } from "../../../kernel/input.ts"
import { holds } from "../../mandates/contract.ts"
import { ballotDecided } from "../events.ts"
import { findBallotToChange } from "../seen.ts"
import { writeBallotDecision } from "./decision-of.ts"

/**
 * Writes into the register what a closed vote decided. By hand and not at the close: a vote may only have asked for an opinion, and
 * what stands in the register is a text, which its question seldom is.
 */
export const decideByBallot = command({
  name: "votes.decide",
  input: z.object({ ballotId: z.uuid(), text: text(10_000).min(1), itemId: z.uuid().nullish() }),
  find: ({ ballotId }, given) => findBallotToChange(ballotId, given),
  allow: holds("decisions.manage"),
  async run({ input, subject: ballot, ...given }) {
    const taken = await writeBallotDecision(ballot, input, given)
    return [ballotDecided({ ballotId: ballot.id, decisionId: taken.facts.decisionId }), taken]
  },
})
