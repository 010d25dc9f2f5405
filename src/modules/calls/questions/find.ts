import type { Selectable } from "kysely"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { Call } from "../call.ts"
import { findCall } from "../seen.ts"
import type { QuestionRow } from "../tables.ts"

export type Question = Call & { question: Selectable<QuestionRow> }

/** A question within a call that the actor sees, locked. */
export const findQuestion = async (questionId: string, given: Circumstances): Promise<Question | undefined> => {
  const question = await given.db
    .selectFrom("call_questions")
    .selectAll()
    .where("id", "=", questionId)
    .forUpdate()
    .executeTakeFirst()
  const call = question && (await findCall(question.call_id, given))
  return call && { ...call, question: question! }
}
