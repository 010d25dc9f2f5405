import { sql } from "kysely"
import { within } from "../../kernel/reaction.ts"
import { refuse } from "../../kernel/refusal.ts"
import { bodyClosed } from "../bodies/contract.ts"

/** A body does not close on a matter that goes on: it is closed first. */
export const refuseWhileOpen = within(bodyClosed, "refuse while a matter is open in it", async ({ bodyId }, { db }) => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from matters where body_id = ${bodyId} and closed_on is null`.execute(db)
  if (rows[0]!.count > 0) refuse("bodies.has_matters", { count: rows[0]!.count })
})
