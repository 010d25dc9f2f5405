import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { invalid } from "../../../kernel/refusal.ts"
import { newcomerCorrected } from "../events.ts"
import { welcomes } from "../permissions.ts"
import { columnsOf, newcomerFields } from "./fields.ts"
import { stillOnTheWay } from "./newcomer.ts"
import { findNewcomerToChange } from "./store.ts"

/** What was mistyped or left out. Their record among the people is another one: whoever keeps the people changes that. */
export const correctNewcomer = command({
  name: "newcomers.correct",
  input: newcomerFields.extend({ newcomerId: z.uuid() }),
  find: ({ newcomerId }, { db }) => findNewcomerToChange(newcomerId, db),
  allow: welcomes,
  async run({ input: { newcomerId, ...fields }, subject, db }) {
    const newcomer = stillOnTheWay(subject)
    if (!fields.email && !fields.phone) invalid(["phone"], "welcome.reach")
    const after = columnsOf(fields)
    const changed = (Object.keys(after) as (keyof typeof after)[]).filter((key) => after[key] !== newcomer[key])
    // A link already sent to another address must not open this one.
    const moved = changed.includes("email") ? { link_number: newcomer.link_number + 1 } : {}
    if (changed.length > 0)
      await db
        .updateTable("newcomers")
        .set({ ...after, ...moved })
        .where("id", "=", newcomerId)
        .execute()
    return newcomerCorrected({ newcomerId, bodyId: newcomer.body_id, fields: changed })
  },
})
