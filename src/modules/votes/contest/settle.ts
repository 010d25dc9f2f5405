import { z } from "zod"
import { confide } from "../../../kernel/confide.ts"
import { command } from "../../../kernel/command.ts"
import { text } from "../../../kernel/input.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import { contestSettled } from "../events.ts"
import { findBallotToChange } from "../seen.ts"

/** Answers somebody who contested a vote: what was found, and what follows from it, in words that stay. */
export const settleContest = command({
  name: "votes.settleContest",
  input: z.object({ contestId: z.uuid(), outcome: text(5000).min(1) }),
  find: ({ contestId }, given) => findContest(contestId, given),
  allow: holds("decisions.manage"),
  async run({ input: { outcome }, subject: contest, ...given }) {
    const { actor, db, now } = given
    if (contest.settled_at) refuse("votes.contest_settled")
    if (contest.person_id === actor.personId) refuse("votes.own_contest")
    await db
      .updateTable("ballot_contests")
      .set({ outcome: confide(given, true).text(outcome), settled_by: actor.personId, settled_at: now })
      .where("id", "=", contest.id)
      .execute()
    return contestSettled({ ballotId: contest.ballot_id, contestId: contest.id })
  },
})

const findContest = async (contestId: string, given: Circumstances) => {
  const of = await given.db
    .selectFrom("ballot_contests")
    .select("ballot_id")
    .where("id", "=", contestId)
    .executeTakeFirst()
  const ballot = of && (await findBallotToChange(of.ballot_id, given))
  if (!ballot) return undefined
  const contest = await given.db
    .selectFrom("ballot_contests")
    .select(["id", "ballot_id", "person_id", "settled_at"])
    .where("id", "=", contestId)
    .executeTakeFirstOrThrow()
  return { ...contest, body_id: ballot.body_id }
}
