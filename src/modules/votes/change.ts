import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { refuse } from "../../kernel/refusal.ts"
import { findBody } from "../bodies/contract.ts"
import { holds } from "../mandates/contract.ts"
import { stillPrepared } from "./ballot.ts"
import { ballotChanged } from "./events.ts"
import { ballotFields, columnsOf, writeCandidates } from "./fields.ts"
import { findOperation } from "./operation/operation.ts"
import { hangPapers } from "./papers/papers.ts"
import { findBallotToChange } from "./seen.ts"

/** Says again all that is asked. It is another question from then on: an order that was drawn is drawn anew. */
export const changeBallot = command({
  name: "votes.change",
  input: z.object({ ballotId: z.uuid(), ...ballotFields.shape }),
  find: ({ ballotId }, given) => findBallotToChange(ballotId, given),
  allow: holds("decisions.manage"),
  async run({ input, subject: ballot, ...given }) {
    stillPrepared(ballot)
    // Who stands again, and for how many seats, the round before has said.
    if (ballot.follows_id) refuse("votes.round_fixed")
    const body = (await findBody(ballot.body_id, given.db)) ?? refuse("not_found", {}, 404)
    const revision = ballot.revision + 1
    const operation = ballot.operation_id ? await findOperation(ballot.operation_id, given) : undefined
    await given.db
      .updateTable("ballots")
      .set({ ...(await columnsOf(input, body, operation, given)), revision })
      .where("id", "=", ballot.id)
      .execute()
    await writeCandidates(ballot.id, input.kind === "candidates" ? input.candidateIds : [], given)
    await hangPapers(ballot, input.paperIds, given)
    return ballotChanged({ ballotId: ballot.id, revision })
  },
})
