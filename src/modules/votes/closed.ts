import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { writeBallotDecision } from "./proclaim/decision-of.ts"
import { electedOf } from "./proclaim/elected.ts"
import { decisionSaid } from "./proclaim/said.ts"
import { findBallot, findBallotToChange, isBallotSeen } from "./seen.ts"

/** A vote that is counted and chose somebody, as the one who acts may see it. */
export type ClosedElection = {
  ballot_id: string
  body_id: string
  title: string
  closed_at: Temporal.Instant
  /** In the order of their election; `person_id` null for a name that the file does not know. */
  elected: { person_id: string | null; name: string }[]
}

/** Undefined while it is open, where nobody is elected, or a tie is. */
export const closedElection = async (ballotId: string, given: Circumstances): Promise<ClosedElection | undefined> => {
  const ballot = await findBallot(ballotId, given)
  const elected = ballot?.closed_at ? electedOf(ballot) : []
  if (!ballot || elected.length === 0) return undefined
  const { id: ballot_id, body_id, title, closed_at } = ballot
  return {
    ballot_id,
    body_id,
    title,
    closed_at: closed_at!,
    elected: elected.map(({ person_id, name }) => ({ person_id, name })),
  }
}

/** The closed elections of a body, the last first: those of people, and not of motions. */
export const listClosedElections = async (
  bodyId: string,
  { actor, db, now }: Circumstances,
): Promise<{ id: string; title: string; closed_at: Temporal.Instant }[]> => {
  const { rows } = await sql<{ id: string; title: string; closed_at: Temporal.Instant }>`
    select b.id, b.title, b.closed_at from ballots b
     where b.body_id = ${bodyId} and b.kind = 'candidates' and b.closed_at is not null and b.cancelled_at is null
       and ${isBallotSeen(actor.personId!, dayOf(now))}
     order by b.closed_at desc, b.id desc limit 20`.execute(db)
  return rows
}

/** What the register will say of a vote, and the act that writes it, for a command that has asked who may decide. */
export const electionDecided = {
  said: async (ballotId: string, given: Circumstances): Promise<string | null> => {
    const ballot = await findBallot(ballotId, given)
    return ballot ? decisionSaid(ballot, given) : null
  },
  write: async (ballotId: string, text: string, given: Circumstances) =>
    writeBallotDecision((await findBallotToChange(ballotId, given))!, { text }, given),
}
