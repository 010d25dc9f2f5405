import { sql } from "kysely"
import { within } from "../../kernel/reaction.ts"
import { refuse } from "../../kernel/refusal.ts"
import { bodyClosed } from "../bodies/contract.ts"

/** A body does not close on tasks that nobody would look at again: they are done or dropped first, each with a word. */
export const refuseWhileOpen = within(bodyClosed, "refuse while a task is open in it", async ({ bodyId }, { db }) => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from tasks where body_id = ${bodyId} and state = 'open'`.execute(db)
  if (rows[0]!.count > 0) refuse("bodies.has_tasks", { count: rows[0]!.count })
})
