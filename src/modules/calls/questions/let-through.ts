import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { holds } from "../../mandates/contract.ts"
import { questionShown } from "../events.ts"
import { findQuestion } from "./find.ts"

/** Lets a question through: everybody reads it, and those it is put to may answer. */
export const letQuestionThrough = command({
  name: "calls.letThrough",
  input: z.object({ questionId: z.uuid() }),
  find: ({ questionId }, given) => findQuestion(questionId, given),
  allow: holds("decisions.manage"),
  async run({ subject: { question }, actor, db, now }) {
    if (question.shown_at && !question.aside_at) refuse("calls.question_shown")
    await db
      .updateTable("call_questions")
      .set({ shown_at: now, shown_by: actor.personId, aside_at: null, aside_by: null, reason: null })
      .where("id", "=", question.id)
      .execute()
    return questionShown({ callId: question.call_id, questionId: question.id })
  },
})
