import { z } from "zod"
import { read } from "../../../kernel/read.ts"
import { anyOf } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import { votersOfRoll } from "../../members/contract.ts"
import type { Ballot } from "../ballot.ts"
import { isTeller } from "../operation/is-teller.ts"
import { findBallot } from "../seen.ts"

/** The list of those who vote in secret, with who has, how, and by whose hand; for those who hold it. */
export const readVoters = read({
  name: "votes.voters",
  input: z.object({
    ballotId: z.uuid(),
    q: z.string().trim().max(200).optional(),
    limit: z.int().min(1).max(2000).default(50),
    after: z.int().min(0).max(10_000_000).default(0),
  }),
  find: ({ ballotId }, given) => findBallot(ballotId, given),
  allow: anyOf<Ballot>(holds("decisions.manage"), isTeller),
  async run({ input: { q, limit, after }, subject: ballot, db }) {
    if (!ballot.roll_id) return { rows: [], next: null }
    const { rows, next } = await votersOfRoll(ballot.roll_id, { q, limit, after }, db)
    if (rows.length === 0) return { rows: [], next }
    const ids = rows.map(({ person_id }) => person_id)
    const signed = await db
      .selectFrom("ballot_signatures")
      .select(["person_id", "how", "by_id"])
      .where("ballot_id", "=", ballot.id)
      .where("person_id", "in", ids)
      .execute()
    const proxies = await db
      .selectFrom("operation_proxies as x")
      .innerJoin("people as p", (join) =>
        join.onRef("p.organisation_id", "=", "x.organisation_id").onRef("p.id", "=", "x.holder_id"),
      )
      .select(["x.giver_id", "p.given_name", "p.family_name"])
      .where("x.operation_id", "=", ballot.operation_id)
      .where("x.giver_id", "in", ids)
      .execute()
    return {
      rows: rows.map(({ person_id, name }) => {
        const signature = signed.find((one) => one.person_id === person_id)
        const proxy = proxies.find(({ giver_id }) => giver_id === person_id)
        return {
          id: person_id,
          name,
          signed: signature?.how ?? null,
          proxy: proxy ? `${proxy.given_name} ${proxy.family_name}` : null,
        }
      }),
      next,
    }
  },
})
