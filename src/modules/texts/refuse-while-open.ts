import { sql } from "kysely"
import { within } from "../../kernel/reaction.ts"
import { refuse } from "../../kernel/refusal.ts"
import { bodyClosed } from "../bodies/contract.ts"
import { openStates } from "./flow.ts"

/** A body does not close on a text that is being written: it is validated first, or given up. */
export const refuseWhileOpen = within(
  bodyClosed,
  "refuse while a text is being written in it",
  async ({ bodyId }, { db }) => {
    const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from texts where body_id = ${bodyId} and state = any(${[...openStates]}::text[])`.execute(
      db,
    )
    if (rows[0]!.count > 0) refuse("bodies.has_texts", { count: rows[0]!.count })
  },
)
