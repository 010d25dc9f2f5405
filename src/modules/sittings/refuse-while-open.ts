import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import { within } from "../../kernel/reaction.ts"
import { refuse } from "../../kernel/refusal.ts"
import { bodyClosed } from "../bodies/contract.ts"

/** A body does not close on a sitting that is still to come: somebody of ours goes there unprepared. */
export const refuseWhileOpen = within(
  bodyClosed,
  "refuse while a sitting is to come in it",
  async ({ bodyId }, { db, now }) => {
    const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from sittings
     where body_id = ${bodyId} and ended_at is null and starts >= ${dayOf(now)}::date`.execute(db)
    if (rows[0]!.count > 0) refuse("bodies.has_sittings", { count: rows[0]!.count })
  },
)
