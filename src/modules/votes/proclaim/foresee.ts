import { z } from "zod"
import { read } from "../../../kernel/read.ts"
import { allOf } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import type { Ballot } from "../ballot.ts"
import { findBallot } from "../seen.ts"
import { electedPeople } from "./elected.ts"
import { foreseeOffice } from "./foresee-office.ts"
import { officeFields, termsOf } from "./office.ts"
import { othersToTell } from "./others.ts"
import { functionName } from "./said.ts"

/** What a proclamation would do from that day: whom those elected follow, what the rulebook has against it, who is written to. */
export const foreseeProclamation = read({
  name: "votes.foresee",
  input: z.object({ ballotId: z.uuid(), ...officeFields.shape }),
  find: ({ ballotId }, given) => findBallot(ballotId, given),
  allow: allOf<Ballot>(holds("decisions.manage"), holds("mandates.manage")),
  async run({ input, subject: ballot, ...given }) {
    const terms = termsOf(electedPeople(ballot), input)
    const held = { id: ballot.function_id!, body_id: ballot.body_id }
    return {
      function_name: await functionName(ballot.function_id, "n", given),
      // Who stood and was not elected, once no round follows.
      ...(await foreseeOffice(held, terms, input, await othersToTell(ballot, given), given)),
    }
  },
})
