import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { nominationKept } from "../events.ts"
import { findElectionToSpeak } from "../seen.ts"
import { turn } from "./turn.ts"

/** Keeps to whom one named: the others need not wait. */
export const keepNomination = command({
  name: "consent.keepNomination",
  input: z.object({ electionId: z.uuid(), forId: z.uuid().optional() }),
  find: ({ electionId }, given) => findElectionToSpeak(electionId, given),
  allow: isSignedIn,
  async run({ input: { forId }, subject: election, ...given }) {
    await turn(election, forId, () => null, given)
    return nominationKept({ electionId: election.id })
  },
})
