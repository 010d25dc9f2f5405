import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import { invalid, refuse } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { mustSee } from "../mandates/contract.ts"
import type { Election } from "./election.ts"
import { leads } from "./seen.ts"

/** Who speaks, and by whose hand where it is not their own. */
export type Speaker = { speakerId: string; notedBy: string | null }

/**
 * Refuses who does not take part; only whoever moves the election on types for somebody in the room. `also`: the person proposed,
 * who answers for themselves whether or not they take part.
 */
export const speakerOf = async (
  election: Election,
  forId: string | undefined,
  given: Circumstances,
  also?: string,
): Promise<Speaker> => {
  const me = given.actor.personId!
  const speakerId = forId ?? me
  if (speakerId !== me && !(await leads(election, given))) refuse("consent.not_leading")
  if (speakerId !== also && !(await takesPart(election, speakerId, given))) refuse("consent.not_participant")
  return { speakerId, notedBy: speakerId === me ? null : me }
}

export const takesPart = async ({ id }: Election, personId: string, { db }: Circumstances): Promise<boolean> => {
  const row = await db
    .selectFrom("consent_participants")
    .select("person_id")
    .where("election_id", "=", id)
    .where("person_id", "=", personId)
    .executeTakeFirst()
  return row !== undefined
}

/** Whoever is named takes part, or is of the body today. */
export const mustBeOfBody = async (personId: string, election: Election, field: string, given: Circumstances) => {
  if (await takesPart(election, personId, given)) return
  await mustSee([personId], given)
  const today = dayOf(given.now, election.zone)
  const inForce = sql`since <= ${today}::date and (until is null or until >= ${today}::date)`
  const { rows } = await sql`
    select from memberships where person_id = ${personId} and body_id = ${election.body_id}
       and ring in ('member', 'sympathiser') and ${inForce}
    union all
    select from mandates where person_id = ${personId} and body_id = ${election.body_id} and ${inForce} limit 1`.execute(
    given.db,
  )
  if (rows.length === 0) invalid([field], "consent.not_of_body")
}
