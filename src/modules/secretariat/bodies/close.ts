import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { bodyClosed, closeBodyRow, findBodyToClose } from "../../bodies/contract.ts"
import { endAllIn, holds } from "../../mandates/contract.ts"

/**
 * A body ends: nothing new begins in it, its mandates end today, its members go on reading its past. Refused while
 * something is open in it: a body under it, and what its meetings, tasks and matters say `within`.
 */
export const closeBody = command({
  name: "bodies.close",
  input: z.object({ bodyId: z.uuid() }),
  find: ({ bodyId }, { db }) => findBodyToClose(bodyId, db),
  allow: holds("bodies.manage"),
  async run({ subject: body, ...given }) {
    if (!body.parent_id) refuse("bodies.at_the_top")
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from bodies where parent_id = ${body.id} and closed_on is null`.execute(given.db)
    if (rows[0]!.count > 0) refuse("bodies.has_bodies", { count: rows[0]!.count })
    const today = dayOf(given.now, body.zone)
    await closeBodyRow(body.id, today, given)
    return bodyClosed({ bodyId: body.id, ...(await endAllIn(body.id, today, given.db)) })
  },
})
