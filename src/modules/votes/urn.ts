import { writeBlt } from "../../kernel/counting/blt.ts"
import { inOrganisation } from "../../kernel/db.ts"
import type { Reply, Request, Route } from "../../kernel/http/route.ts"
import { refuse } from "../../kernel/refusal.ts"
import type { Ranked } from "../../kernel/counting/count.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { hasUrn } from "./ballot.ts"
import type { Choice } from "./choice.ts"
import { readBallot } from "./read-ballot.ts"
import { findBallot } from "./seen.ts"

/** The ballots of a vote that is closed, without names, for anybody’s program to count again. */
export const urnRoutes: Route[] = [
  {
    method: "GET",
    path: "/api/votes/:id/urne.blt",
    limit: 60,
    standsFor: readBallot,
    handle: (request) => urn(request),
  },
]

const urn = async ({ params, actor: whoAsks, db, equipment }: Request): Promise<Reply> => {
  const actor = (await whoAsks()) ?? refuse("not_signed_in", {}, 401)
  const id = params["id"] ?? ""
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return refuse("not_found", {}, 404)
  const text = await inOrganisation(db, actor.organisation, (tx) =>
    urnOf(id, { ...equipment, actor, db: tx, now: Temporal.Now.instant() }),
  )
  return {
    type: "text/plain; charset=utf-8",
    headers: {
      "content-disposition": 'attachment; filename="urne.blt"',
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
    body: text,
  }
}

/** In BLT; equal ballots as one, and in the order of what they say: nothing is left of when they were cast. */
export const urnOf = async (ballotId: string, given: Circumstances): Promise<string> => {
  const ballot = (await findBallot(ballotId, given)) ?? refuse("not_found", {}, 404)
  if (!hasUrn(ballot)) return refuse("not_found", {}, 404)
  const cast = await given.db
    .selectFrom("ballot_votes")
    .select(({ fn }) => ["choice", fn.countAll<string>().as("many")])
    .where("ballot_id", "=", ballot.id)
    .groupBy("choice")
    .execute()
  const ballots = cast
    .flatMap(({ choice, many }): Ranked[] => {
      const { ranks } = choice as Extract<Choice, { ranks: number[][] }>
      return ranks.length > 0 ? [{ weight: BigInt(many), ranks }] : []
    })
    .toSorted((a, b) => (JSON.stringify(a.ranks) < JSON.stringify(b.ranks) ? -1 : 1))
  const { title, candidates, seats, lot } = ballot
  return writeBlt({ title, candidates, seats, withdrawn: [], ballots, ties: lot })
}
