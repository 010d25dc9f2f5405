import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import type { Db } from "../../kernel/db.ts"
import { read } from "../../kernel/read.ts"
import { within } from "../../kernel/reaction.ts"
import { refuse } from "../../kernel/refusal.ts"
import { type Circumstances, isSignedIn } from "../../kernel/rule.ts"
import { bodiesWhere, mandateRecorded } from "../mandates/contract.ts"
import { officeChanged, officeRecorded } from "../offices/contract.ts"
import { isDecisionSeen } from "./register/seen.ts"

export type NamedDecision = {
  id: string
  reference: string
  title: string
  body_name: string
  taken_on: Temporal.PlainDate
  adopted: boolean
}

/** A decision in a line, for what came of it: a mandate, a member. */
export const readDecisionName = read({
  name: "decisions.name",
  input: z.object({ decisionId: z.uuid() }),
  find: ({ decisionId }, given) => findNamed(decisionId, given),
  allow: isSignedIn,
  run: async ({ subject }) => subject,
})

/**
 * Refuses to name as the origin of something a decision that the actor does not see, as 404, and one that was not adopted. What is
 * named in a mandate is shown to whoever may read the decision, and to nobody else.
 */
export const decisionNamed = async (decisionId: string, given: Circumstances): Promise<NamedDecision> => {
  const found = (await findNamed(decisionId, given)) ?? refuse("not_found", {}, 404)
  return found.adopted ? found : refuse("decisions.not_adopted")
}

export const findNamed = async (id: string, { actor, db, now }: Circumstances): Promise<NamedDecision | undefined> => {
  const isSeen = actor.personId ? isDecisionSeen(actor.personId, dayOf(now)) : sql`true`
  const { rows } = await sql<NamedDecision>`
    select d.id, d.year || '-' || d.number as reference, d.title, b.name as body_name,
           (d.taken_at at time zone b.zone)::date as taken_on, d.adopted
      from decisions d join bodies b on (b.organisation_id, b.id) = (d.organisation_id, d.body_id)
     where d.id = ${id} and ${isSeen}`.execute(db)
  return rows[0]
}

const isOne = async ({ decisionId }: { decisionId?: string | null }, given: Circumstances) => {
  if (decisionId) await decisionNamed(decisionId, given)
}

/**
 * Whoever proclaims a vote held in a confidential meeting may not read its decision, and knows its result all the same: they
 * hold the vote. The mandate comes of it; what it says stays with those who may read it.
 */
const isOneOrOfVote = async (facts: { decisionId?: string | null }, given: Circumstances) => {
  const { decisionId } = facts
  if (!decisionId || !(await isOfVoteHeld(decisionId, given))) await isOne(facts, given)
}

const isOfVoteHeld = async (decisionId: string, { actor, db, now }: Circumstances): Promise<boolean> => {
  if (!actor.personId) return false
  const { rows } = await sql<{ id: string }>`
    select d.id from decisions d
     where d.id = ${decisionId} and d.adopted and (d.ballot_id is not null or d.election_id is not null)
       and d.body_id in (${bodiesWhere("decisions.manage", actor.personId, dayOf(now))})`.execute(db)
  return rows.length > 0
}

/** The words of a decision, for what follows from them elsewhere. Past every rule of reading. */
export const decisionWords = async (id: string, db: Db): Promise<string | undefined> =>
  (await db.selectFrom("decisions").select("text").where("id", "=", id).executeTakeFirst())?.text

/** Mandates and offices stand below decisions and know nothing of them: here is where their origin is looked at. */
export const namedOrigins = [
  within(mandateRecorded, "refuse a decision that is not seen or was not adopted", isOneOrOfVote),
  within(officeRecorded, "refuse a decision that is not seen or was not adopted", isOne),
  within(officeChanged, "refuse a decision that is not seen or was not adopted", isOne),
]
