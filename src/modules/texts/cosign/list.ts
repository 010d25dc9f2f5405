import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { kindOf } from "../kinds.ts"
import { findSeenText } from "../seen.ts"
import { askCosignatures } from "./ask.ts"
import { remindCosigners } from "./remind.ts"

/** Who was asked to sign a text with us, and what they said, in the order in which they were asked. */
export const listCosignatures = read({
  name: "texts.cosignatures",
  input: z.object({ textId: z.uuid() }),
  find: ({ textId }, given) => findSeenText(textId, given),
  allow: isSignedIn,
  async run({ input: { textId }, subject: text, ...given }) {
    const rows = await given.db
      .selectFrom("text_cosignatures")
      .select(["id", "name", "quality", "until", "state", "answered_at", "said", "reminded_at", "withdrawn_reason"])
      .where("text_id", "=", textId)
      .orderBy("asked_at")
      .orderBy("id")
      .execute()
    const isOpen =
      Boolean(kindOf(text.kind).signed) && ["validated", "signed"].includes(text.state) && !text.confidential
    return {
      rows: rows.map((row) => ({
        ...row,
        late: row.state === "asked" && Temporal.PlainDate.compare(row.until, dayOf(given.now)) < 0,
      })),
      open: isOpen,
      may: await may(text, [askCosignatures, remindCosigners], given),
    }
  },
})
