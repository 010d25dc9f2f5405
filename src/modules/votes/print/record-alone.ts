import type { Circumstances } from "../../../kernel/rule.ts"
import type { Ballot } from "../ballot.ts"
import type { Operation } from "../operation/operation.ts"
import { findBallot } from "../seen.ts"

/** A vote put by itself, as the operation of one vote that it is: with its own roll and its own days, and nothing that hangs on it. */
export const asOperation = (ballot: Ballot): Operation => ({
  organisation_id: ballot.organisation_id,
  id: ballot.id,
  operation_id: ballot.id,
  body_id: ballot.body_id,
  title: ballot.title,
  meeting_id: null,
  electorate: ballot.electorate,
  functions: ballot.functions,
  on_day: ballot.on_day,
  proxies_each: 0,
  proxy_rule: null,
  needed: 0,
  challenge_days: ballot.challenge_days ?? 0,
  prepared_by: ballot.prepared_by,
  prepared_at: ballot.prepared_at,
  roll_id: ballot.roll_id,
  entitled: ballot.entitled,
})

/** All rounds of a vote, of which this is one; those that the actor sees. */
export const roundsOfVote = async (ballot: Ballot, given: Circumstances): Promise<Ballot[]> => {
  const rounds = [ballot]
  for (let before = ballot.follows_id; before; before = rounds[0]!.follows_id) {
    const one = await findBallot(before, given)
    if (!one) break
    rounds.unshift(one)
  }
  for (let last = ballot; ;) {
    const next = await given.db
      .selectFrom("ballots")
      .select("id")
      .where("follows_id", "=", last.id)
      .where("cancelled_at", "is", null)
      .executeTakeFirst()
    const one = next && (await findBallot(next.id, given))
    if (!one) return rounds
    rounds.push(one)
    last = one
  }
}
