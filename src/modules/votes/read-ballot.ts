import { z } from "zod"
import { may } from "../../kernel/command.ts"
import { valueInWords } from "../../kernel/law/value-in-words.ts"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { findBodyEvenClosed } from "../bodies/contract.ts"
import { lineOfRoll, reasonsInWords } from "../members/contract.ts"
import { type Ballot, hasUrn, stateOf } from "./ballot.ts"
import { cancelBallot } from "./cancel.ts"
import { changeBallot } from "./change.ts"
import { closeBallot } from "./close.ts"
import { drawLot } from "./draw-lot.ts"
import { openBallot, ruleOfMajority } from "./open.ts"
import { outcomeInWords } from "./outcome-in-words.ts"
import { findBallot } from "./seen.ts"
import { takeBallotBack } from "./take-back.ts"
import { typeFigures } from "./type-figures.ts"
import { typings } from "./typings.ts"
import { whoVotedWhat } from "./who-voted.ts"

/** One vote: what is asked, where it stands, what oneself may do; what came out only once it is closed. */
export const readBallot = read({
  name: "votes.read",
  input: z.object({
    ballotId: z.uuid(),
    limit: z.int().min(1).max(2000).default(200),
    after: z.int().min(0).max(10_000_000).default(0),
  }),
  find: ({ ballotId }, given) => findBallot(ballotId, given),
  allow: isSignedIn,
  async run({ input: { limit, after }, subject: ballot, ...given }) {
    const { actor, db, now } = given
    const { organisation_id: _, result, rule: __, ...shown } = ballot
    const body = await findBodyEvenClosed(ballot.body_id, db)
    const rule = await ruleOfMajority(ballot, given)
    const acts = await may(
      ballot,
      [changeBallot, drawLot, openBallot, takeBallotBack, typeFigures, closeBallot, cancelBallot],
      given,
    )
    return {
      ballot: { ...shown, state: stateOf(ballot, now), body_name: body!.name, zone: body!.zone },
      majority: rule && valueInWords(actor.language, { unit: "majority", value: rule }),
      me: await standingOf(ballot, given),
      voted: ballot.manner === "named" ? await votedIn(ballot.id, given) : null,
      typings: acts["votes.typeFigures"] ? await typings(ballot, given) : null,
      /** Its ballots can be taken out, to be counted again. */
      urn: hasUrn(ballot),
      outcome: result && outcomeInWords(ballot, result, actor.language),
      names:
        ballot.closed_at && ballot.manner === "named" ? await whoVotedWhat(ballot.id, { limit, after }, given) : null,
      may: acts,
    }
  },
})

/** How it is with whoever reads: may they vote, why not, and what they voted. */
const standingOf = async (ballot: Ballot, { actor, db }: Circumstances) => {
  if (!ballot.roll_id) return null
  const line = await lineOfRoll(ballot.roll_id, actor.personId!, db)
  const cast = await db
    .selectFrom("ballot_votes")
    .select(["choice", "cast_at"])
    .where("ballot_id", "=", ballot.id)
    .where("person_id", "=", actor.personId!)
    .executeTakeFirst()
  return {
    entitled: line?.entitled ?? false,
    why: line ? reasonsInWords(line.reasons, actor.language) : null,
    cast: cast ?? null,
  }
}

const votedIn = async (ballotId: string, { db }: Circumstances): Promise<number> => {
  const { count } = await db
    .selectFrom("ballot_votes")
    .select(({ fn }) => fn.countAll<string>().as("count"))
    .where("ballot_id", "=", ballotId)
    .executeTakeFirstOrThrow()
  return Number(count)
}
