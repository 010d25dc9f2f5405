import { sql } from "kysely"
import { writeBlt } from "../../kernel/counting/blt.ts"
import { inOrganisation } from "../../kernel/db.ts"
import type { Reply, Request, Route } from "../../kernel/http/route.ts"
import { refuse } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { hasUrn } from "./ballot.ts"
import { foundOf } from "./found.ts"
import { ballotsOf } from "./outcome.ts"
import { readBallot } from "./read-ballot.ts"
import { urnOfBallot } from "./secret/lay-urn.ts"
import { findBallot } from "./seen.ts"

/** The ballots of a vote that is closed, without names, for anybody’s program to count again. */
export const urnRoutes: Route[] = [
  {
    method: "GET",
    path: "/api/votes/:id/urne.blt",
    limit: 60,
    standsFor: readBallot,
    handle: (request) => sent(request, urnOf, "urne.blt"),
  },
  {
    method: "GET",
    path: "/api/votes/:id/recus.txt",
    limit: 60,
    standsFor: readBallot,
    handle: (request) => sent(request, receiptsOf, "recus.txt"),
  },
]

type Written = (ballotId: string, given: Circumstances) => Promise<string>

const sent = async (
  { params, actor: whoAsks, db, equipment }: Request,
  written: Written,
  filename: string,
): Promise<Reply> => {
  const actor = (await whoAsks()) ?? refuse("not_signed_in", {}, 401)
  const id = params["id"] ?? ""
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return refuse("not_found", {}, 404)
  const text = await inOrganisation(db, actor.organisation, (tx) =>
    written(id, { ...equipment, actor, db: tx, now: Temporal.Now.instant() }),
  )
  return {
    type: "text/plain; charset=utf-8",
    headers: {
      "content-disposition": `attachment; filename="${filename}"`,
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
  if (ballot.manner === "secret" && !(await urnOfBallot(ballot.id, given))) return refuse("not_found", {}, 404)
  const { choices, figures } = await foundOf(ballot, given)
  const ballots = ballotsOf(choices, figures)
  const { title, candidates, seats, lot } = ballot
  return writeBlt({ title, candidates, seats, withdrawn: [], ballots, ties: lot })
}

/** The receipts of all sealed votes of a vote that is closed, one to a line, in the order of what they are: none of when they came. */
const receiptsOf = async (ballotId: string, given: Circumstances): Promise<string> => {
  const ballot = (await findBallot(ballotId, given)) ?? refuse("not_found", {}, 404)
  if (!ballot.closed_at || ballot.manner !== "secret") return refuse("not_found", {}, 404)
  const rows = await given.db
    .selectFrom("ballot_sealed")
    .select("receipt")
    .where("ballot_id", "=", ballot.id)
    .orderBy(sql`receipt collate "C"`)
    .execute()
  return rows.map(({ receipt }) => `${receipt}\n`).join("")
}
