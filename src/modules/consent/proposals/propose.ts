import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { line, text } from "../../../kernel/input.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { atStep } from "../election.ts"
import { personProposed } from "../events.ts"
import { REASONS } from "../nominations/nominate.ts"
import { findElectionToMove, leads } from "../seen.ts"
import { mustBeOfBody } from "../speaker.ts"

const MOST_ROUNDS = 50

/**
 * Proposes one person for the strongest reasons. After an objection the proposal is mended, or is of somebody else: each time it is
 * another one, all answer it anew, and those before it stay to be read.
 */
export const propose = command({
  name: "consent.propose",
  input: z.object({
    electionId: z.uuid(),
    personId: z.uuid(),
    reasons: text(REASONS).min(1),
    term: line(200).nullable().default(null),
    conditions: text(REASONS).min(1).nullable().default(null),
    /** The proposal it takes the place of, as it was before one’s eyes; null, the first. */
    after: z.uuid().nullable().default(null),
  }),
  find: ({ electionId }, given) => findElectionToMove(electionId, given),
  allow: leads,
  async run({ input, subject: election, ...given }) {
    const { actor, db, now } = given
    atStep(election, "proposal", "consent")
    if (input.after !== election.proposal_id) refuse("consent.proposal_changed")
    await mustBeOfBody(input.personId, election, "personId", given)
    const { last } = await db
      .selectFrom("consent_proposals")
      .select(({ fn }) => fn.max("round").as("last"))
      .where("election_id", "=", election.id)
      .executeTakeFirstOrThrow()
    const round = Number(last ?? 0) + 1
    if (round > MOST_ROUNDS) refuse("consent.too_many_rounds", { most: MOST_ROUNDS })
    const proposalId = newId()
    await db
      .insertInto("consent_proposals")
      .values({
        organisation_id: actor.organisation,
        id: proposalId,
        election_id: election.id,
        round,
        person_id: input.personId,
        reasons: input.reasons,
        term: input.term,
        conditions: input.conditions,
        proposed_by: actor.personId,
        proposed_at: now,
        went_on_by: null,
        went_on_at: null,
        went_on_reason: null,
      })
      .execute()
    await db.updateTable("consent_elections").set({ proposal_id: proposalId }).where("id", "=", election.id).execute()
    return personProposed({ electionId: election.id, bodyId: election.body_id, proposalId, round })
  },
})
