import { sql } from "kysely"
import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { text } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { proposalAnswered } from "../events.ts"
import { REASONS } from "../nominations/nominate.ts"
import { findElectionToSpeak } from "../seen.ts"
import { speakerOf } from "../speaker.ts"
import { answers } from "../tables.ts"
import { standingOf, stillBefore } from "./standing.ts"

/**
 * Consents to the proposal, or objects and says why. The person proposed answers last. An objection that is lifted stays readable;
 * until somebody is elected, one may still think better of it.
 */
export const answerProposal = command({
  name: "consent.answer",
  input: z.object({
    electionId: z.uuid(),
    /** The proposal as it was before one’s eyes. */
    proposalId: z.uuid(),
    answer: z.enum(answers),
    objection: text(REASONS).min(1).nullable().default(null),
    forId: z.uuid().optional(),
  }),
  find: ({ electionId }, given) => findElectionToSpeak(electionId, given),
  allow: isSignedIn,
  async run({ input, subject: election, ...given }) {
    const { actor, db, now } = given
    stillBefore(election, input.proposalId)
    const { proposed_id, missing, went_on } = await standingOf(election, given)
    const { speakerId, notedBy } = await speakerOf(election, input.forId, given, proposed_id)
    const objection =
      input.answer === "objection" ? (input.objection ?? invalid(["objection"], "consent.say_why")) : null
    if (speakerId === proposed_id && missing > 0 && !went_on) refuse("consent.not_your_turn", { count: missing })
    const { rows } = await sql`
      insert into consent_answers as a (organisation_id, proposal_id, person_id, answer, objection, answered_at, lifted_at, noted_by)
      values (${actor.organisation}, ${input.proposalId}, ${speakerId}, ${input.answer}, ${objection}, ${now}, null, ${notedBy})
      on conflict (organisation_id, proposal_id, person_id) do update
         set answer = excluded.answer, objection = coalesce(excluded.objection, a.objection), answered_at = excluded.answered_at,
             lifted_at = case when excluded.answer = 'objection' then null
                              when a.answer = 'objection' then excluded.answered_at else a.lifted_at end,
             noted_by = excluded.noted_by
       where excluded.noted_by is null or a.noted_by is not null
      returning 1`.execute(db)
    if (rows.length === 0) refuse("consent.wrote_own")
    return proposalAnswered({ electionId: election.id, proposalId: input.proposalId })
  },
})
