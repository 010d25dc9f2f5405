import { type RawBuilder, sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { bodiesOf, bodiesWhere, type Who } from "../mandates/contract.ts"
import type { Call, Candidacy } from "./call.ts"

/** SQL, of a call `c`: whoever manages the calls of its body; once published, those of the body, and whoever stands in it. */
export const isCallSeen = (personId: Who, on: Temporal.PlainDate) => sql<boolean>`(
  c.body_id in (${bodiesWhere("decisions.manage", personId, on)})
  or c.published_at is not null and (
    c.body_id in (${bodiesOf(personId, on)})
    or exists (select from candidacies s where (s.organisation_id, s.call_id) = (c.organisation_id, c.id) and s.person_id = ${personId})))`

const find = async (
  which: RawBuilder<boolean>,
  { actor, db, now }: Circumstances,
  lock = sql``,
): Promise<Call | undefined> => {
  if (!actor.personId) return undefined
  const { rows } = await sql<Call>`
    select c.*, k.zone, k.name as body_name from calls c join bodies k on (k.organisation_id, k.id) = (c.organisation_id, c.body_id)
     where ${which} and ${isCallSeen(actor.personId, dayOf(now))} ${lock}`.execute(db)
  return rows[0]
}

const one = (callId: string) => sql<boolean>`c.id = ${callId}`

export const findCall = (callId: string, given: Circumstances) => find(one(callId), given)

/** Locked against everybody: it is published, put off, closed. */
export const findCallToChange = (callId: string, given: Circumstances) => find(one(callId), given, sql`for update of c`)

/** Those who stand do not wait for one another; whoever closes waits for them, and they for the close. */
export const findCallToStand = (callId: string, given: Circumstances) => find(one(callId), given, sql`for share of c`)

/** A candidacy and its call, both held: the candidacy against everybody, the call against its close. */
export type Candidature = Call & { candidacy: Candidacy }

export const findCandidature = async (candidacyId: string, given: Circumstances): Promise<Candidature | undefined> => {
  const call = await find(
    sql`c.id = (select call_id from candidacies where id = ${candidacyId})`,
    given,
    sql`for share of c`,
  )
  const candidacy = await given.db
    .selectFrom("candidacies")
    .selectAll()
    .where("id", "=", candidacyId)
    .forUpdate()
    .executeTakeFirst()
  return call && candidacy && { ...call, candidacy }
}
