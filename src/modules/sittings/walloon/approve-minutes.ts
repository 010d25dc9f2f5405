import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { dayOf } from "../../../kernel/clock.ts"
import { day, text } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import { holds } from "../../mandates/contract.ts"
import { minutesApproved } from "../events.ts"
import { findSeenSitting } from "../seen.ts"

/** The assembly approved the minutes of this sitting, with the remark that was made of them if there was one. */
export const approveMinutes = command({
  name: "sittings.approveMinutes",
  input: z.object({ sittingId: z.uuid(), on: day(), remark: text(8000).nullish() }),
  find: ({ sittingId }, given) => findSeenSitting(sittingId, given),
  allow: holds("sittings.manage"),
  async run({ input: { on, remark }, subject: sitting, db, now }) {
    if (Temporal.PlainDate.compare(on, dayOf(now, sitting.zone)) > 0) invalid(["on"], "not_yet")
    const { numUpdatedRows } = await db
      .updateTable("sitting_minutes")
      .set({ approved_on: on, remark: remark || null })
      .where("sitting_id", "=", sitting.id)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) refuse("sittings.minutes_not_compared")
    return minutesApproved({ sittingId: sitting.id, bodyId: sitting.body_id, on: on.toString() })
  },
})
