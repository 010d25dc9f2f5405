import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { json } from "../../kernel/db.ts"
import { refuse } from "../../kernel/refusal.ts"
import { holds } from "../mandates/contract.ts"
import { plain } from "./close.ts"
import { tieDecided } from "./events.ts"
import { foundOf } from "./found.ts"
import { outcomeOf } from "./outcome.ts"
import { findBallotToChange } from "./seen.ts"

/** The chair's vote prevails where the rule says so and the votes are equal (CGCT L2121-20, L4132-14): said once, after the count. */
export const decideTie = command({
  name: "votes.decideTie",
  input: z.object({ ballotId: z.uuid(), chair: z.enum(["for", "against"]) }),
  find: ({ ballotId }, given) => findBallotToChange(ballotId, given),
  allow: holds("decisions.manage"),
  async run({ input: { chair }, subject: ballot, ...given }) {
    if (!ballot.result || ballot.kind !== "yes_no" || ballot.result.adopted !== null) refuse("votes.no_tie")
    const outcome = outcomeOf(ballot, await foundOf(ballot, given), chair)
    await given.db
      .updateTable("ballots")
      .set({ result: json(plain(outcome)) })
      .where("id", "=", ballot.id)
      .execute()
    return tieDecided({ ballotId: ballot.id, chair })
  },
})
