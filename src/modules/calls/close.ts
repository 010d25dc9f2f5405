import { randomInt } from "node:crypto"
import { sql } from "kysely"
import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { refuse } from "../../kernel/refusal.ts"
import { holds } from "../mandates/contract.ts"
import { ended } from "./call.ts"
import { callClosed } from "./events.ts"
import { findCallToChange } from "./seen.ts"
import { shortageIn } from "./shortage.ts"

/**
 * Closes the candidates once each was answered, and draws the order in which they are presented: once, in the same gesture, or
 * it could be drawn until it pleases. With too few the call is put off; who closes it all the same says so.
 */
export const closeCall = command({
  name: "calls.close",
  input: z.object({ callId: z.uuid(), evenIfShort: z.boolean().default(false) }),
  find: ({ callId }, given) => findCallToChange(callId, given),
  allow: holds("decisions.manage"),
  async run({ input: { evenIfShort }, subject: call, actor, db, now }) {
    ended(call, now)
    const standing = await db
      .selectFrom("candidacies")
      .select(["id", "admitted"])
      .where("call_id", "=", call.id)
      .where("withdrawn_at", "is", null)
      .orderBy("id")
      .execute()
    const unanswered = standing.filter(({ admitted }) => admitted === null).length
    if (unanswered > 0) refuse("calls.unanswered", { count: unanswered })
    const short = (await shortageIn(call, { db })) !== null
    if (short && !evenIfShort) refuse("calls.short")
    const order = shuffled(standing.flatMap(({ id, admitted }) => (admitted ? [id] : [])))
    await sql`update candidacies c set place = one.place
      from unnest(${order}::uuid[]) with ordinality as one(id, place) where c.id = one.id`.execute(db)
    await db.updateTable("calls").set({ closed_at: now, closed_by: actor.personId }).where("id", "=", call.id).execute()
    return callClosed({ callId: call.id, bodyId: call.body_id, candidates: order.length, short })
  },
})

const shuffled = <T>(all: readonly T[]): T[] => {
  const order = [...all]
  for (let at = order.length - 1; at > 0; at--) {
    const other = randomInt(at + 1)
    ;[order[at], order[other]] = [order[other]!, order[at]!]
  }
  return order
}
