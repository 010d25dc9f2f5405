import { sql } from "kysely"
import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { text } from "../../../kernel/input.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { atStep } from "../election.ts"
import { nominated } from "../events.ts"
import { findElectionToSpeak } from "../seen.ts"
import { mustBeOfBody, speakerOf } from "../speaker.ts"

export const REASONS = 4000

/** Names one person, oneself if one likes, and says why. Nobody reads it before all are shown; until then it may be said better. */
export const nominate = command({
  name: "consent.nominate",
  input: z.object({
    electionId: z.uuid(),
    nomineeId: z.uuid(),
    reasons: text(REASONS).min(1),
    /** Somebody in the room for whom whoever moves the election on types; absent, one speaks for oneself. */
    forId: z.uuid().optional(),
  }),
  find: ({ electionId }, given) => findElectionToSpeak(electionId, given),
  allow: isSignedIn,
  async run({ input: { nomineeId, reasons, forId }, subject: election, ...given }) {
    const { actor, db, now } = given
    atStep(election, "nominations")
    const { speakerId, notedBy } = await speakerOf(election, forId, given)
    await mustBeOfBody(nomineeId, election, "nomineeId", given)
    // Of two devices at once the second waits here for the first. Nobody writes over what somebody wrote themselves.
    const { rows } = await sql`
      insert into consent_nominations as n (organisation_id, election_id, person_id, nominee_id, reasons, nominated_at, noted_by)
      values (${actor.organisation}, ${election.id}, ${speakerId}, ${nomineeId}, ${reasons}, ${now}, ${notedBy})
      on conflict (organisation_id, election_id, person_id) do update
         set nominee_id = excluded.nominee_id, reasons = excluded.reasons, nominated_at = excluded.nominated_at, noted_by = excluded.noted_by
       where excluded.noted_by is null or n.noted_by is not null
      returning 1`.execute(db)
    if (rows.length === 0) refuse("consent.wrote_own")
    return nominated({ electionId: election.id })
  },
})
