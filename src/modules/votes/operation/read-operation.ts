import { sql } from "kysely"
import { z } from "zod"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../../kernel/rule.ts"
import { findBodyEvenClosed } from "../../bodies/contract.ts"
import { listClosedCalls } from "../../calls/contract.ts"
import { findMeeting } from "../../meetings/contract.ts"
import { countRoll, proxyRuleOf } from "../../members/contract.ts"
import { FEW, stateOf } from "../ballot.ts"
import { prepareBallot } from "../prepare.ts"
import { rehearsedOf } from "../secret/rehearsed.ts"
import { ballotsOf, isBallotSeen } from "../seen.ts"
import { changeOperation } from "./change-operation.ts"
import { giveTellerKey } from "./give-key.ts"
import { nameTellers } from "./name-tellers.ts"
import { findOperation, type Operation } from "./operation.ts"
import { giveVoteProxy, withdrawVoteProxy } from "./proxies.ts"
import { rollRuleFor } from "./roll.ts"
import { takeOverProxies } from "./take-over-proxies.ts"
import { dayOf } from "../../../kernel/clock.ts"

/** A voting operation: its votes and rounds, its tellers, its proxies; what is still to be done before it opens. */
export const readOperation = read({
  name: "votes.operation",
  input: z.object({ operationId: z.uuid() }),
  find: ({ operationId }, given) => findOperation(operationId, given),
  allow: isSignedIn,
  async run({ subject: operation, ...given }) {
    const { actor, db, now } = given
    const body = (await findBodyEvenClosed(operation.body_id, db))!
    const own = { ...operation, giver_id: actor.personId! }
    const acts = await may(
      own,
      [changeOperation, nameTellers, giveTellerKey, giveVoteProxy, withdrawVoteProxy, takeOverProxies],
      given,
    )
    const { "votes.prepare": prepares } = await may(body, [prepareBallot], given)
    const tellers = await tellersOf(operation.id, given)
    const voters = operation.entitled ?? (acts["votes.nameTellers"] ? await expected(operation, body, given) : null)
    const { organisation_id: _, ...shown } = operation
    const ballots = await seenBallots(operation, given)
    const rehearsed = await rehearsedOf(
      ballots.map(({ id }) => id),
      given,
    )
    return {
      operation: { ...shown, body_name: body.name, zone: body.zone },
      meeting: await meetingOf(operation, acts["votes.nameTellers"] === true, given),
      ballots: ballots.map((ballot) => ({
        id: ballot.id,
        title: ballot.title,
        manner: ballot.manner,
        round: ballot.round,
        follows_id: ballot.follows_id,
        state: stateOf(ballot, now),
        urn: ballot.has_urn,
        rehearsed: rehearsed.get(ballot.id)!,
      })),
      tellers,
      /** Calls whose candidates are closed, to add a vote on them. */
      calls: prepares === true ? await listClosedCalls(operation.body_id, given) : [],
      /** How many may vote, or would if it opened now; told to those who prepare it. */
      voters,
      few: voters !== null && voters < FEW ? FEW : null,
      proxies: await proxiesOf(operation.id, acts["votes.nameTellers"] === true || tellers.some(({ me }) => me), given),
      most_proxies: (await proxyRuleOf(body, operation.on_day, db)).most,
      is_teller: tellers.some(({ me }) => me),
      may: { ...acts, "votes.prepare": prepares },
    }
  },
})

/** Not all voters are invited to a confidential meeting: those who hold the vote read which one it is. */
const meetingOf = async ({ meeting_id }: Operation, holdsIt: boolean, { db }: Circumstances) => {
  const meeting = meeting_id ? await findMeeting(meeting_id, db) : undefined
  return meeting && (holdsIt || !meeting.confidential) ? { id: meeting.id, title: meeting.title } : null
}

/** Counted at each reading, and kept nowhere: people join and leave until the roll is frozen. */
const expected = async (operation: Operation, body: Parameters<typeof rollRuleFor>[1], { db }: Circumstances) =>
  countRoll(operation.body_id, await rollRuleFor(operation, body, { db }), operation.on_day, db)

const seenBallots = async ({ id }: Operation, given: Circumstances) => {
  const { actor, db, now } = given
  const { rows } = await sql<{ id: string; has_urn: boolean }>`
    select b.id, exists (select from ballot_urns u where (u.organisation_id, u.ballot_id) = (b.organisation_id, b.id)) as has_urn
      from ballots b where b.operation_id = ${id} and ${isBallotSeen(actor.personId!, dayOf(now))}`.execute(db)
  const urns = new Map(rows.map((row) => [row.id, row.has_urn]))
  return (await ballotsOf(id, given))
    .filter((ballot) => urns.has(ballot.id))
    .map((ballot) => ({ ...ballot, has_urn: urns.get(ballot.id)! }))
}

/** Those who open the urns, and whose browser has made its key. */
export const tellersOf = async (operationId: string, { actor, db }: Circumstances) => {
  const { rows } = await sql<{ id: string; name: string; key: string | null; me: boolean }>`
    select t.person_id as id, p.given_name || ' ' || p.family_name as name, t.key, t.person_id = ${actor.personId} as me
      from operation_tellers t join people p on (p.organisation_id, p.id) = (t.organisation_id, t.person_id)
     where t.operation_id = ${operationId} order by p.folded collate "C", p.id`.execute(db)
  return rows
}

/** Who votes for whom: all of them for those who hold the operation, one's own for others. */
const proxiesOf = async (operationId: string, all: boolean, { actor, db }: Circumstances) => {
  const { rows } = await sql<{ giver_id: string; giver: string; holder_id: string; holder: string; mine: boolean }>`
    select x.giver_id, g.given_name || ' ' || g.family_name as giver,
           x.holder_id, h.given_name || ' ' || h.family_name as holder, x.giver_id = ${actor.personId} as mine
      from operation_proxies x
      join people g on (g.organisation_id, g.id) = (x.organisation_id, x.giver_id)
      join people h on (h.organisation_id, h.id) = (x.organisation_id, x.holder_id)
     where x.operation_id = ${operationId}
       and ${all ? sql`true` : sql`${actor.personId}::uuid in (x.giver_id, x.holder_id)`}
     order by g.folded collate "C", g.id limit 2000`.execute(db)
  return rows
}
