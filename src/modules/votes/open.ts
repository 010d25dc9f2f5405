import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { json } from "../../kernel/db.ts"
import { type MajorityRule, majorityRuleSchema } from "../../kernel/law/majority.ts"
import { type QuorumRule, quorumRuleSchema } from "../../kernel/law/quorum.ts"
import { refuse } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { ruleOf } from "../bodies/contract.ts"
import { holds } from "../mandates/contract.ts"
import { type Ballot, stillPrepared } from "./ballot.ts"
import { challengeDaysOf } from "./contest/contestable.ts"
import { ballotOpened } from "./events.ts"
import { freezeRoom } from "./meeting-room.ts"
import { newRoll, rollOfOperation } from "./operation/roll.ts"
import { simpleMajority } from "./outcome.ts"
import { parityBounds } from "./parity.ts"
import { freezeQuestion } from "./secret/lay-urn.ts"
import { findBallotToChange } from "./seen.ts"

/** Freezes who may vote and by which rule it is counted; from then on nothing of it changes. */
export const openBallot = command({
  name: "votes.open",
  input: z.object({ ballotId: z.uuid() }),
  find: ({ ballotId }, given) => findBallotToChange(ballotId, given),
  allow: holds("decisions.manage"),
  async run({ subject: ballot, ...given }) {
    const { actor, db, now } = given
    stillPrepared(ballot)
    if (ballot.between_equals === "lot" && !ballot.lot) refuse("votes.lot_missing")
    if (ballot.ends_at && Temporal.Instant.compare(ballot.ends_at, now) <= 0) refuse("votes.ends_before")
    const majority = await ruleOfMajority(ballot, given)
    if (ballot.kind === "yes_no" && !majority) refuse("votes.rule_gone")
    if (ballot.manner === "secret") await freezeQuestion(ballot, given)
    const { rollId, entitled, rolled } = ballot.operation_id
      ? await rollOfOperation(ballot.operation_id, given)
      : await newRoll(ballot, given)
    // Listed from the elder to the younger: the file keeps nobody's birth day for this.
    const lot = ballot.between_equals === "age" ? ballot.candidates.map((_, at) => at) : ballot.lot
    const quorum = await ruleOfQuorum(ballot, given)
    if (ballot.quorum_key && !quorum) refuse("votes.quorum_gone")
    // A round that follows has what the round before left of its shares.
    const meeting_room = await freezeRoom(ballot, given)
    const bounds = ballot.parity && !ballot.bounds ? parityBounds(ballot) : ballot.bounds
    await db
      .updateTable("ballots")
      .set({
        opened_at: now,
        opened_by: actor.personId,
        roll_id: rollId,
        entitled,
        rule: majority && json(majority),
        bounds: bounds && json(bounds),
        quorum: quorum && json(quorum),
        lot,
        meeting_room,
        challenge_days: ballot.operation_id ? null : await challengeDaysOf(ballot.body_id, ballot.on_day, given),
      })
      .where("id", "=", ballot.id)
      .execute()
    return [ballotOpened({ ballotId: ballot.id, bodyId: ballot.body_id, rollId, entitled }), ...rolled]
  },
})

/** The rule of how many must take part, as it was frozen, or as the rulebook says it on the day of the electorate. */
export const ruleOfQuorum = async (
  { quorum, quorum_key, body_id, on_day }: Ballot,
  { db }: Pick<Circumstances, "db">,
): Promise<QuorumRule | null> => {
  if (quorum || !quorum_key) return quorum
  const found = quorumRuleSchema.safeParse((await ruleOf(body_id, quorum_key, on_day, db))?.value)
  return found.success ? found.data : null
}

/** The rule of majority, as it was frozen, or as the rulebook says it on the day of the electorate; null: it is gone, or not asked. */
export const ruleOfMajority = async (
  { kind, rule, rule_key, body_id, on_day }: Ballot,
  { db }: Pick<Circumstances, "db">,
): Promise<MajorityRule | null> => {
  if (kind !== "yes_no") return null
  if (rule || !rule_key) return rule ?? simpleMajority
  const found = majorityRuleSchema.safeParse((await ruleOf(body_id, rule_key, on_day, db))?.value)
  return found.success ? found.data : null
}
