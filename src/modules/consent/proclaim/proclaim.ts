import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { text } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import { allOf, type Circumstances } from "../../../kernel/rule.ts"
import { findElectionDecision } from "../../decisions/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { findOffice, notBefore, officeFields, takeOffice, tellByLetter, termsOf } from "../../votes/contract.ts"
import type { ElectedByConsent } from "../elected.ts"
import type { Election } from "../election.ts"
import { electionProclaimed } from "../events.ts"
import { findElectionToMove } from "../seen.ts"
import { writeElectionDecision } from "./decision-of.ts"
import { othersNamed } from "./others.ts"
import { proclaimedAt } from "./follow-up.ts"
import { settledInOffice } from "./settled.ts"

/**
 * Proclaims who was elected by consent, as a vote is proclaimed: the decision with its number, the mandate, the end of those it
 * follows, the request to hand over, and the letters, in one act.
 */
export const proclaimElection = command({
  name: "consent.proclaim",
  input: z.object({
    electionId: z.uuid(),
    ...officeFields.shape,
    /** The decision, as the register and the minutes will read; where it was written already, that one stands. */
    text: text(10_000).min(1).nullish(),
    /** The item of the meeting under which the minutes carry it. */
    itemId: z.uuid().nullish(),
    /** What is written to whoever was elected. */
    letter: text(5000).min(1),
    /** What is written to those who were named and not elected; null, nothing is. */
    othersLetter: text(5000).min(1).nullish(),
  }),
  find: ({ electionId }, given) => findElectionToMove(electionId, given),
  allow: allOf<Election>(holds("decisions.manage"), holds("mandates.manage")),
  async run({ input, subject: election, ...given }) {
    const { elected, functionId, firstDay } = await settledInOffice(election, given)
    const { ends, letter, othersLetter = null } = input
    if (await proclaimedAt(election, given)) refuse("consent.already_proclaimed")
    const terms = termsOf([elected], input)
    notBefore(terms, firstDay, "consent.before_election")
    const office = await findOffice(functionId, terms, ends, given)
    const { decisionId, taken } = await decisionFor(election, elected, input, given)
    const followed = await takeOffice(office, decisionId, given)
    await keep(election, { decisionId, letter, othersLetter }, given)
    const told = await tellByLetter([elected], letterOf(elected, "consent-elected"), given)
    const others = othersLetter ? await othersNamed(election.id, elected.person_id, given) : []
    const toldOthers = await tellByLetter(others, letterOf(elected, "consent-not-elected"), given)
    const facts = { electionId: election.id, bodyId: election.body_id, decisionId }
    return [electionProclaimed({ ...facts, told, toldOthers }), ...taken, ...followed]
  },
})

const letterOf = (
  { election_id, body_id, what }: ElectedByConsent,
  kind: "consent-elected" | "consent-not-elected",
) => ({
  kind,
  bodyId: body_id,
  subject: { key: `consent.letter.${kind}.subject` as const, title: what },
  content: { election_id },
})

/** The decision that somebody who may decide, and not record mandates, has written already; or a new one. */
const decisionFor = async (
  election: Election,
  elected: ElectedByConsent,
  { text: said, itemId }: { text?: string | null | undefined; itemId?: string | null | undefined },
  given: Circumstances,
) => {
  const written = await findElectionDecision(election.id, given.db)
  if (written) return { decisionId: written, taken: [] }
  const words = { text: said ?? invalid(["text"], "required"), itemId }
  const taken = await writeElectionDecision(election, elected, words, given)
  return { decisionId: taken.facts.decisionId, taken: [taken] }
}

const keep = (
  { id }: Election,
  { decisionId, letter, othersLetter }: { decisionId: string; letter: string; othersLetter: string | null },
  { actor, db, now }: Circumstances,
) =>
  db
    .insertInto("consent_proclamations")
    .values({
      organisation_id: actor.organisation,
      election_id: id,
      decision_id: decisionId,
      proclaimed_by: actor.personId,
      proclaimed_at: now,
      letter,
      others_letter: othersLetter,
    })
    .execute()
