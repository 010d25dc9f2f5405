import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { confide } from "../../../kernel/confide.ts"
import { day } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import { kindOf } from "../kinds.ts"
import { mayWriteText } from "../may-write.ts"
import { findTextToChange } from "../seen.ts"
import { textRenewed } from "./events.ts"

/** Says that a sheet was looked at again and holds, until another day; its words and its number stay. */
export const renewText = command({
  name: "texts.renew",
  input: z.object({ textId: z.uuid(), until: day().nullable() }),
  find: ({ textId }, given) => findTextToChange(textId, given),
  allow: mayWriteText,
  async run({ input: { textId, until }, subject: text, ...given }) {
    if (!kindOf(text.kind).fields.includes("valid_until") || text.state === "dropped") refuse("texts.not_from_here")
    if (until && Temporal.PlainDate.compare(until, dayOf(given.now)) < 0) invalid(["until"], "in_the_past")
    const { valid_until: _, ...fields } = text.fields
    const kept = until ? { ...fields, valid_until: until.toString() } : fields
    await given.db
      .updateTable("texts")
      .set({ fields: confide(given, text.confidential).doc(kept), valid_until: until })
      .where("id", "=", textId)
      .execute()
    return textRenewed({ textId, bodyId: text.body_id, until: until?.toString() ?? null })
  },
})
