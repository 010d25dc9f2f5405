import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { command } from "../../kernel/command.ts"
import { refuse } from "../../kernel/refusal.ts"
import { matterClosed, matterReopened } from "./events.ts"
import { findMatterToChange, keepsMatter } from "./store.ts"

export const closeMatter = command({
  name: "matters.close",
  input: z.object({ matterId: z.uuid() }),
  find: ({ matterId }, given) => findMatterToChange(matterId, given),
  allow: keepsMatter,
  async run({ subject: matter, db, now }) {
    if (matter.closed_on) refuse("matters.already_closed")
    await db
      .updateTable("matters")
      .set({ closed_on: dayOf(now) })
      .where("id", "=", matter.id)
      .execute()
    return matterClosed({ matterId: matter.id })
  },
})

export const reopenMatter = command({
  name: "matters.reopen",
  input: z.object({ matterId: z.uuid() }),
  find: ({ matterId }, given) => findMatterToChange(matterId, given),
  allow: keepsMatter,
  async run({ subject: matter, db }) {
    if (!matter.closed_on) refuse("matters.not_closed")
    await db.updateTable("matters").set({ closed_on: null }).where("id", "=", matter.id).execute()
    return matterReopened({ matterId: matter.id })
  },
})
