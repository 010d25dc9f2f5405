import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { day, text } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import { newcomerPaused, newcomerResumed } from "../events.ts"
import { welcomes } from "../permissions.ts"
import { stillOnTheWay } from "./newcomer.ts"
import { findNewcomerToChange } from "./store.ts"

/** Not now: nothing is late until that day, when it comes back by itself. */
export const pauseNewcomer = command({
  name: "newcomers.pause",
  input: z.object({ newcomerId: z.uuid(), until: day(), why: text(500).nullish() }),
  find: ({ newcomerId }, { db }) => findNewcomerToChange(newcomerId, db),
  allow: welcomes,
  async run({ input: { until, why }, subject, db, now }) {
    const newcomer = stillOnTheWay(subject)
    const today = dayOf(now)
    if (Temporal.PlainDate.compare(until, today) <= 0) invalid(["until"], "in_the_past")
    if (Temporal.PlainDate.compare(until, today.add({ years: 1 })) > 0) invalid(["until"], "too_far")
    // Nobody is put to sleep before somebody has answered them.
    if (!newcomer.contacted_at) refuse("newcomers.contact_needed")
    await db
      .updateTable("newcomers")
      .set({ state: "paused", paused_until: until, paused_why: why || null })
      .where("id", "=", newcomer.id)
      .execute()
    await db
      .updateTable("newcomer_steps")
      .set({ due: until })
      .where("newcomer_id", "=", newcomer.id)
      .where("done_at", "is", null)
      .where("due", "<", until)
      .execute()
    return newcomerPaused({ newcomerId: newcomer.id, bodyId: newcomer.body_id, until: until.toString() })
  },
})

export const resumeNewcomer = command({
  name: "newcomers.resume",
  input: z.object({ newcomerId: z.uuid() }),
  find: ({ newcomerId }, { db }) => findNewcomerToChange(newcomerId, db),
  allow: welcomes,
  async run({ subject: newcomer, db }) {
    if (newcomer.state !== "paused") refuse("newcomers.not_paused")
    await db
      .updateTable("newcomers")
      .set({ state: "open", paused_until: null, paused_why: null })
      .where("id", "=", newcomer.id)
      .execute()
    return newcomerResumed({ newcomerId: newcomer.id, bodyId: newcomer.body_id })
  },
})
