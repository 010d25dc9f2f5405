import { sql } from "kysely"
import { z } from "zod"
import { read } from "../../../kernel/read.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { stateOf } from "../ballot.ts"
import { isTeller } from "../operation/is-teller.ts"
import { findOperation } from "../operation/operation.ts"
import { tellersOf } from "../operation/read-operation.ts"
import { ballotsOf } from "../seen.ts"
import { urnOfBallot } from "./lay-urn.ts"
import { rehearsedOf, rehearsingOf } from "./rehearsed.ts"

/** What a teller's browser works with: keys, urns, openings and, once a vote is over, its envelopes. Nothing of it is secret from a teller. */
export const readCeremony = read({
  name: "votes.ceremony",
  input: z.object({ operationId: z.uuid() }),
  find: ({ operationId }, given) => findOperation(operationId, given),
  allow: isTeller,
  async run({ subject: operation, ...given }) {
    const { now } = given
    const secret = (await ballotsOf(operation.id, given)).filter(({ manner }) => manner === "secret")
    const rehearsed = await rehearsedOf(
      secret.map(({ id }) => id),
      given,
    )
    return {
      operation: { id: operation.id, title: operation.title, needed: operation.needed },
      me: given.actor.personId!,
      tellers: await tellersOf(operation.id, given),
      ballots: await Promise.all(
        secret.map(async (ballot) => {
          const state = stateOf(ballot, now)
          const laid = await urnOfBallot(ballot.id, given)
          return {
            id: ballot.id,
            title: ballot.title,
            round: ballot.round,
            state,
            urn: laid?.urn ?? null,
            question: laid?.question ?? null,
            rehearsed: rehearsed.get(ballot.id)!,
            rehearsing: await rehearsingOf(ballot.id, given),
            openings: await openingsOf(ballot.id, given),
            sealed: state === "ended" ? await sealedOf(ballot.id, given) : [],
          }
        }),
      ),
    }
  },
})

/** Who opens, with the key made for it; the envelopes that came for whoever asks; what anybody found is told to nobody. */
const openingsOf = async (ballotId: string, { actor, db }: Circumstances) => {
  const { rows } = await sql<{ teller: string; key: string; done: boolean; passed_by_me: boolean; shares: string[] }>`
    select o.teller_id as teller, o.key, o.opened is not null as done,
           exists (select from ballot_passed_shares s where (s.organisation_id, s.ballot_id, s.to_id) = (o.organisation_id, o.ballot_id, o.teller_id)
                     and s.from_id = ${actor.personId}) as passed_by_me,
           case when o.teller_id = ${actor.personId} then coalesce((
             select array_agg(s.envelope order by s.from_id) from ballot_passed_shares s
              where (s.organisation_id, s.ballot_id, s.to_id) = (o.organisation_id, o.ballot_id, o.teller_id)), '{}') else '{}' end as shares
      from ballot_openings o where o.ballot_id = ${ballotId} order by o.teller_id`.execute(db)
  return rows
}

/** By their receipts: nothing is left of the order they came in. */
export const sealedOf = async (ballotId: string, { db }: Pick<Circumstances, "db">): Promise<string[]> => {
  const rows = await db
    .selectFrom("ballot_sealed")
    .select("ciphertext")
    .where("ballot_id", "=", ballotId)
    .orderBy(sql`receipt collate "C"`)
    .execute()
  return rows.map(({ ciphertext }) => ciphertext)
}
