import { type RawBuilder, sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Db } from "../../kernel/db.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { isDecisionSeen } from "./register/seen.ts"

/** The decision that a vote made, if it was written. Past every rule of reading. */
export const findBallotDecision = async (ballotId: string, db: Db): Promise<string | undefined> =>
  (await db.selectFrom("decisions").select("id").where("ballot_id", "=", ballotId).executeTakeFirst())?.id

/** The same of an election without candidate. */
export const findElectionDecision = async (electionId: string, db: Db): Promise<string | undefined> =>
  (await db.selectFrom("decisions").select("id").where("election_id", "=", electionId).executeTakeFirst())?.id

/** With its number, for whoever may read it. */
export const decisionOfBallot = (ballotId: string, given: Circumstances) =>
  numbered(sql`d.ballot_id = ${ballotId}`, given)
export const decisionOfElection = (electionId: string, given: Circumstances) =>
  numbered(sql`d.election_id = ${electionId}`, given)

const numbered = async (is: RawBuilder<unknown>, { actor, db, now }: Circumstances) => {
  const { rows } = await sql<{ id: string; reference: string }>`
    select d.id, d.year || '-' || d.number as reference from decisions d
     where ${is} and ${isDecisionSeen(actor.personId!, dayOf(now))}`.execute(db)
  return rows[0] ?? null
}
