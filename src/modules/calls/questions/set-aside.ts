import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { text } from "../../../kernel/input.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { holds } from "../../mandates/contract.ts"
import { questionSetAside } from "../events.ts"
import { findQuestion } from "./find.ts"

/** Sets a question aside with its answers; whoever asked it reads why. */
export const setQuestionAside = command({
  name: "calls.setAside",
  input: z.object({ questionId: z.uuid(), reason: text(2000).min(1) }),
  find: ({ questionId }, given) => findQuestion(questionId, given),
  allow: holds("decisions.manage"),
  async run({ input: { reason }, subject: { question }, actor, db, now }) {
    if (question.aside_at) refuse("calls.question_aside")
    await db
      .updateTable("call_questions")
      .set({ aside_at: now, aside_by: actor.personId, reason })
      .where("id", "=", question.id)
      .execute()
    return questionSetAside({ callId: question.call_id, questionId: question.id })
  },
})
