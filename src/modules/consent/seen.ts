import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import { anyOf, type Circumstances } from "../../kernel/rule.ts"
import { bodiesOf, bodiesWhere, holds, type Who } from "../mandates/contract.ts"
import type { Election } from "./election.ts"

/** Whoever moves an election on. */
export const leads = anyOf<{ body_id: string }>(holds("decisions.manage"), holds("meetings.hold"))

/** SQL: the bodies whose elections somebody moves on. */
export const bodiesLed = (personId: Who, on: Temporal.PlainDate) => sql`(
  ${bodiesWhere("decisions.manage", personId, on)} union ${bodiesWhere("meetings.hold", personId, on)})`

/** SQL, of an election `e`: whoever moves it on; once its nominations are open, those of the body and those who take part. */
export const isElectionSeen = (personId: Who, on: Temporal.PlainDate) => sql<boolean>`(
  e.body_id in ${bodiesLed(personId, on)}
  or e.opened_at is not null and (
    e.body_id in (${bodiesOf(personId, on)})
    or exists (select from consent_participants s
         where (s.organisation_id, s.election_id) = (e.organisation_id, e.id) and s.person_id = ${personId})))`

const find = async (
  electionId: string,
  { actor, db, now }: Circumstances,
  lock = sql``,
): Promise<Election | undefined> => {
  if (!actor.personId) return undefined
  const { rows } = await sql<Election>`
    select e.*, k.zone, k.name as body_name
      from consent_elections e join bodies k on (k.organisation_id, k.id) = (e.organisation_id, e.body_id)
     where e.id = ${electionId} and ${isElectionSeen(actor.personId, dayOf(now))} ${lock}`.execute(db)
  return rows[0]
}

export const findElection = (electionId: string, given: Circumstances) => find(electionId, given)

/** Locked against everybody: it moves to its next step. */
export const findElectionToMove = (electionId: string, given: Circumstances) =>
  find(electionId, given, sql`for update of e`)

/** Those who speak do not wait for one another; whoever moves it on waits for them, and they for the move. */
export const findElectionToSpeak = (electionId: string, given: Circumstances) =>
  find(electionId, given, sql`for share of e`)
