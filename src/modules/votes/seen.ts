import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { bodiesOf, bodiesWhere, type Who } from "../mandates/contract.ts"
import { isEntitled } from "../members/contract.ts"
import type { Ballot } from "./ballot.ts"

/** SQL, of a ballot `b`: whoever manages the votes of its body; once it was opened, those of the body and of its electorate too. */
export const isBallotSeen = (personId: Who, on: Temporal.PlainDate) => sql<boolean>`(
  b.body_id in (${bodiesWhere("decisions.manage", personId, on)})
  or b.opened_at is not null and (
    b.body_id in (${bodiesOf(personId, on)})
    or ${isEntitled(sql`b.roll_id`, personId)}))`

const find = async (ballotId: string, { actor, db, now }: Circumstances, lock = sql``): Promise<Ballot | undefined> => {
  if (!actor.personId) return undefined
  const { rows } = await sql<Ballot>`
    select b.* from ballots b where b.id = ${ballotId} and ${isBallotSeen(actor.personId, dayOf(now))} ${lock}`.execute(
    db,
  )
  return rows[0]
}

export const findBallot = (ballotId: string, given: Circumstances) => find(ballotId, given)

/** Locked against everybody: it changes, opens or closes. */
export const findBallotToChange = (ballotId: string, given: Circumstances) =>
  find(ballotId, given, sql`for update of b`)

/** Those who vote do not wait for one another; whoever closes waits for them, and they for the close. */
export const findBallotToVote = (ballotId: string, given: Circumstances) => find(ballotId, given, sql`for share of b`)
