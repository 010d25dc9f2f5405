import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { dayOf } from "../../../kernel/clock.ts"
import { text } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import { allOf, type Circumstances } from "../../../kernel/rule.ts"
import { findBallotDecision } from "../../decisions/contract.ts"
import { holds } from "../../mandates/contract.ts"
import type { Ballot } from "../ballot.ts"
import { ballotProclaimed } from "../events.ts"
import { findBallotToChange } from "../seen.ts"
import { writeBallotDecision } from "./decision-of.ts"
import { electedPeople } from "./elected.ts"
import { proclaimedAt } from "./follow-up.ts"
import { findOffice, notBefore, officeFields, takeOffice, termsOf } from "./office.ts"
import { othersToTell } from "./others.ts"
import { tell } from "./tell.ts"

/**
 * Proclaims an election: the decision with its number, the mandates of those elected, the end of those they follow, the request to
 * hand over, and the letters, in one act. It takes the right to decide and the right to record mandates: the one lends nothing of
 * the other.
 */
export const proclaimBallot = command({
  name: "votes.proclaim",
  input: z.object({
    ballotId: z.uuid(),
    ...officeFields.shape,
    /** The decision, as the register and the minutes will read; where it was written already, that one stands. */
    text: text(10_000).min(1).nullish(),
    /** The item of the meeting under which the minutes carry it. */
    itemId: z.uuid().nullish(),
    /** What is written to those elected. */
    letter: text(5000).min(1),
    /** What is written to those who stood and were not elected; null, nothing is. */
    othersLetter: text(5000).min(1).nullish(),
  }),
  find: ({ ballotId }, given) => findBallotToChange(ballotId, given),
  allow: allOf<Ballot>(holds("decisions.manage"), holds("mandates.manage")),
  async run({ input, subject: ballot, ...given }) {
    const elected = electedPeople(ballot)
    const { ends, letter, othersLetter = null } = input
    if (await proclaimedAt(ballot, given)) refuse("votes.already_proclaimed")
    const terms = termsOf(elected, input)
    notBefore(terms, firstDay(ballot), "votes.before_vote")
    const office = await findOffice(ballot.function_id!, terms, ends, given)
    const { decisionId, taken } = await decisionFor(ballot, input, given)
    const followed = await takeOffice(office, decisionId, given)
    await keep(ballot, { decisionId, letter, othersLetter }, given)
    const told = await tell(elected, letterOf(ballot, "vote-elected"), given)
    const others = othersLetter ? await othersToTell(ballot, given) : []
    const toldOthers = await tell(others, letterOf(ballot, "vote-not-elected"), given)
    const facts = { ballotId: ballot.id, bodyId: ballot.body_id, decisionId }
    return [ballotProclaimed({ ...facts, elected: elected.length, told, toldOthers }), ...taken, ...followed]
  },
})

const letterOf = ({ id, body_id, title }: Ballot, kind: "vote-elected" | "vote-not-elected") => ({
  kind,
  bodyId: body_id,
  subject: { key: `votes.letter.${kind}.subject` as const, title },
  content: { ballot_id: id },
})

/** The vote was held on the day of its roll, or closed before. */
const firstDay = ({ on_day, closed_at }: Ballot) => [on_day, dayOf(closed_at!)].toSorted(Temporal.PlainDate.compare)[0]!

/** The decision that somebody who may decide, and not record mandates, has written already; or a new one. */
const decisionFor = async (
  ballot: Ballot,
  { text: said, itemId }: { text?: string | null | undefined; itemId?: string | null | undefined },
  given: Circumstances,
) => {
  const written = await findBallotDecision(ballot.id, given.db)
  if (written) return { decisionId: written, taken: [] }
  const taken = await writeBallotDecision(ballot, { text: said ?? invalid(["text"], "required"), itemId }, given)
  return { decisionId: taken.facts.decisionId, taken: [taken] }
}

const keep = (
  { id }: Ballot,
  { decisionId, letter, othersLetter }: { decisionId: string; letter: string; othersLetter: string | null },
  { actor, db, now }: Circumstances,
) =>
  db
    .insertInto("ballot_proclamations")
    .values({
      organisation_id: actor.organisation,
      ballot_id: id,
      decision_id: decisionId,
      proclaimed_by: actor.personId,
      proclaimed_at: now,
      letter,
      others_letter: othersLetter,
    })
    .execute()
