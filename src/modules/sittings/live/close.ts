import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { dayOf } from "../../../kernel/clock.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { holds } from "../../mandates/contract.ts"
import { findSeenSitting } from "../seen.ts"
import { endAll } from "./call-item.ts"
import { sittingClosed, sittingReopened } from "./events.ts"

/** The assembly has risen. */
export const closeSitting = command({
  name: "sittings.close",
  input: z.object({ sittingId: z.uuid() }),
  find: ({ sittingId }, given) => findSeenSitting(sittingId, given),
  allow: holds("sittings.manage"),
  async run({ subject: sitting, input: _, ...given }) {
    if (Temporal.PlainDate.compare(dayOf(given.now, sitting.zone), sitting.starts.toPlainDate()) < 0)
      refuse("sittings.not_begun")
    await endAll(sitting.id, given)
    await given.db
      .updateTable("sittings")
      .set({ ended_at: given.now })
      .where("id", "=", sitting.id)
      .where("ended_at", "is", null)
      .execute()
    return sittingClosed({ sittingId: sitting.id, bodyId: sitting.body_id })
  },
})

/** It was said too soon: they sit again. */
export const reopenSitting = command({
  name: "sittings.reopen",
  input: z.object({ sittingId: z.uuid() }),
  find: ({ sittingId }, given) => findSeenSitting(sittingId, given),
  allow: holds("sittings.manage"),
  async run({ subject: sitting, db }) {
    await db.updateTable("sittings").set({ ended_at: null }).where("id", "=", sitting.id).execute()
    return sittingReopened({ sittingId: sitting.id, bodyId: sitting.body_id })
  },
})
