import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { text } from "../../../kernel/input.ts"
import { invalid } from "../../../kernel/refusal.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { nominationChanged } from "../events.ts"
import { findElectionToSpeak } from "../seen.ts"
import { mustBeOfBody } from "../speaker.ts"
import { REASONS } from "./nominate.ts"
import { turn } from "./turn.ts"

/** Names somebody else after what was heard, once, and says why. */
export const changeNomination = command({
  name: "consent.changeNomination",
  input: z.object({
    electionId: z.uuid(),
    nomineeId: z.uuid(),
    reasons: text(REASONS).min(1),
    forId: z.uuid().optional(),
  }),
  find: ({ electionId }, given) => findElectionToSpeak(electionId, given),
  allow: isSignedIn,
  async run({ input: { nomineeId, reasons, forId }, subject: election, ...given }) {
    await turn(
      election,
      forId,
      async ({ nominee_id }) => {
        if (nominee_id === nomineeId) invalid(["nomineeId"], "consent.same_person")
        await mustBeOfBody(nomineeId, election, "nomineeId", given)
        return { toId: nomineeId, reasons }
      },
      given,
    )
    return nominationChanged({ electionId: election.id })
  },
})
