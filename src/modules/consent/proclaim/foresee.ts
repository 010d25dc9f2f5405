import { z } from "zod"
import { read } from "../../../kernel/read.ts"
import { allOf } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import { foreseeOffice, functionName, officeFields, termsOf } from "../../votes/contract.ts"
import type { Election } from "../election.ts"
import { findElection } from "../seen.ts"
import { othersNamed } from "./others.ts"
import { settledInOffice } from "./settled.ts"

/** What a proclamation would do from that day: whom the person elected follows, what the rulebook has against it, who is written to. */
export const foreseeElection = read({
  name: "consent.foresee",
  input: z.object({ electionId: z.uuid(), ...officeFields.shape }),
  find: ({ electionId }, given) => findElection(electionId, given),
  allow: allOf<Election>(holds("decisions.manage"), holds("mandates.manage")),
  async run({ input, subject: election, ...given }) {
    const { elected, functionId } = await settledInOffice(election, given)
    const others = await othersNamed(election.id, elected.person_id, given)
    const held = { id: functionId, body_id: election.body_id }
    return {
      function_name: await functionName(functionId, "n", given),
      ...(await foreseeOffice(held, termsOf([elected], input), input, others, given)),
    }
  },
})
