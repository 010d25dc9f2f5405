import { type RawBuilder, sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { bodiesOf, bodiesWhere, type Who } from "../mandates/contract.ts"
import { isEntitled } from "../members/contract.ts"
import type { Ballot } from "./ballot.ts"

/** SQL, of a ballot `b`: whoever manages the votes of its body; once it was opened, those of the body, of its electorate and who stand too. */
export const isBallotSeen = (personId: Who, on: Temporal.PlainDate) => sql<boolean>`(
  b.body_id in (${bodiesWhere("decisions.manage", personId, on)})
  or b.opened_at is not null and (
    b.body_id in (${bodiesOf(personId, on)})
    or ${isEntitled(sql`b.roll_id`, personId)}
    or exists (select from ballot_candidates c
         where (c.organisation_id, c.ballot_id) = (b.organisation_id, b.id) and c.person_id = ${personId}))
  or exists (select from operation_tellers t
       where (t.organisation_id, t.operation_id) = (b.organisation_id, b.operation_id) and t.person_id = ${personId}))`

/** SQL, of a ballot `b`: something of each who stands, in the order of the paper; of people of the file as the file says today. */
const ofCandidates = (what: RawBuilder<unknown>) => sql`coalesce((
  select array_agg(${what} order by at)
    from generate_series(1, cardinality(b.candidates)) at
    left join ballot_candidates c on (c.organisation_id, c.ballot_id, c.place) = (b.organisation_id, b.id, at - 1)
    left join people p on (p.organisation_id, p.id) = (c.organisation_id, c.person_id)), '{}')`

/** SQL: the columns of a ballot `b`. */
const ballotColumns = sql`b.*,
  ${ofCandidates(sql`coalesce(p.given_name || ' ' || p.family_name, b.candidates[at])`)} as candidates,
  ${ofCandidates(sql`p.id::text`)} as people,
  ${ofCandidates(sql`p.form`)} as forms`

const find = async (ballotId: string, { actor, db, now }: Circumstances, lock = sql``): Promise<Ballot | undefined> => {
  if (!actor.personId) return undefined
  const { rows } = await sql<Ballot>`
    select ${ballotColumns} from ballots b where b.id = ${ballotId} and ${isBallotSeen(actor.personId, dayOf(now))} ${lock}`.execute(
    db,
  )
  return rows[0] && toldApart(rows[0])
}

/** Two of the same name are told apart by their place on the paper: a vote, and whoever counts it again, must not take one for the other. */
const toldApart = (ballot: Ballot): Ballot => {
  const { candidates } = ballot
  const isTwice = (name: string) => candidates.indexOf(name) !== candidates.lastIndexOf(name)
  return { ...ballot, candidates: candidates.map((name, at) => (isTwice(name) ? `${name} (${at + 1})` : name)) }
}

export const findBallot = (ballotId: string, given: Circumstances) => find(ballotId, given)

/** Locked against everybody: it changes, opens or closes. */
export const findBallotToChange = (ballotId: string, given: Circumstances) =>
  find(ballotId, given, sql`for update of b`)

/** Those who vote do not wait for one another; whoever closes waits for them, and they for the close. */
export const findBallotToVote = (ballotId: string, given: Circumstances) => find(ballotId, given, sql`for share of b`)

/** All the votes of an operation, in the order they were prepared, for a command or read that has asked who may see it. */
export const ballotsOf = async (operationId: string, { db }: Pick<Circumstances, "db">): Promise<Ballot[]> => {
  const { rows } = await sql<Ballot>`
    select ${ballotColumns} from ballots b where b.operation_id = ${operationId} and b.cancelled_at is null
     order by b.prepared_at, b.id`.execute(db)
  return rows.map(toldApart)
}
