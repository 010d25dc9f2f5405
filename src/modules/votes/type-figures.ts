import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { json } from "../../kernel/db.ts"
import { refuse } from "../../kernel/refusal.ts"
import { anyOf } from "../../kernel/rule.ts"
import { holds } from "../mandates/contract.ts"
import { type Ballot, notCounted } from "./ballot.ts"
import { figuresInput, possible } from "./choice.ts"
import { figuresTyped } from "./events.ts"
import { isTeller } from "./operation/is-teller.ts"
import { findBallotToChange } from "./seen.ts"

/** The figures of a show of hands, typed once; of paper, by two people who do not see what the other typed. */
export const typeFigures = command({
  name: "votes.typeFigures",
  input: z.object({ ballotId: z.uuid(), ...figuresInput.shape }),
  find: ({ ballotId }, given) => findBallotToChange(ballotId, given),
  allow: anyOf<Ballot>(holds("decisions.manage"), holds("meetings.hold"), isTeller),
  async run({ input: { ballotId, ...figures }, subject: ballot, actor, db, now }) {
    notCounted(ballot, now)
    if (ballot.manner === "named") refuse("votes.by_name")
    const others = await db
      .selectFrom("ballot_figures")
      .select("typed_by")
      .where("ballot_id", "=", ballotId)
      .where("typed_by", "<>", actor.personId!)
      .execute()
    if (others.length >= (ballot.manner === "hand" ? 1 : 2)) refuse("votes.typed_by_others")
    const written = { figures: json(possible(ballot, figures)), typed_at: now }
    await db
      .insertInto("ballot_figures")
      .values({ organisation_id: actor.organisation, ballot_id: ballotId, typed_by: actor.personId!, ...written })
      .onConflict((on) => on.columns(["organisation_id", "ballot_id", "typed_by"]).doUpdateSet(written))
      .execute()
    return figuresTyped({ ballotId })
  },
})
