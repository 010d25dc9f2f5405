import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { confide } from "../../../kernel/confide.ts"
import { text as prose } from "../../../kernel/input.ts"
import { anyOf, rule } from "../../../kernel/rule.ts"
import { mayWriteText } from "../may-write.ts"
import { remarkSettled } from "./events.ts"
import { findRemarkToChange, type RemarkOfText, stillUnanswered } from "./find-remark.ts"

const madeTheRemark = rule<RemarkOfText>(
  "madeTheRemark",
  ({ remark }, { actor }) => actor.personId !== null && remark.made_by === actor.personId,
)

/** A remark that was answered, or a suggestion that is not taken; whoever made it may also take it back. */
export const settleRemark = command({
  name: "texts.settleRemark",
  input: z.object({ remarkId: z.uuid(), answer: prose(2000).nullish() }),
  find: ({ remarkId }, given) => findRemarkToChange(remarkId, given),
  allow: anyOf<RemarkOfText>(mayWriteText, madeTheRemark),
  async run({ input: { remarkId, answer }, subject: { remark, ...text }, ...given }) {
    const { actor, db, now } = given
    const state = stillUnanswered(remark).proposed === null ? "settled" : "refused"
    await db
      .updateTable("text_remarks")
      .set({
        state,
        answer: confide(given, text.confidential).text(answer || null),
        settled_by: actor.personId,
        settled_at: now,
      })
      .where("id", "=", remarkId)
      .execute()
    return remarkSettled({ remarkId, textId: text.id, bodyId: text.body_id, state })
  },
})
