import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import type { Db } from "../../../kernel/db.ts"
import { text } from "../../../kernel/input.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { rule } from "../../../kernel/rule.ts"
import { areShown } from "../call.ts"
import { questionAnswered } from "../events.ts"
import { findQuestion, type Question } from "./find.ts"

const isAskedOf = rule<Question>("isAskedCandidate", async ({ question }, { actor, db }) => {
  if (!actor.personId) return false
  const mine = await ownOf(question, actor.personId, db)
  return mine !== undefined
})

/** A candidate answers a question that was let through; said again, it takes the place of what was said. */
export const answerQuestion = command({
  name: "calls.answer",
  input: z.object({ questionId: z.uuid(), text: text(4000).min(1) }),
  find: ({ questionId }, given) => findQuestion(questionId, given),
  allow: isAskedOf,
  async run({ input, subject: { question, ...call }, actor, db, now }) {
    const mine = (await ownOf(question, actor.personId!, db))!
    if (!areShown(call)) refuse("calls.not_shown")
    if (!question.shown_at || question.aside_at) refuse("calls.question_not_shown")
    if (mine.withdrawn_at) refuse("calls.withdrawn")
    if (mine.admitted === false) refuse("calls.refused")
    const said = { text: input.text, answered_at: now }
    await db
      .insertInto("call_answers")
      .values({ organisation_id: actor.organisation, question_id: question.id, candidacy_id: mine.id, ...said })
      .onConflict((on) => on.columns(["organisation_id", "question_id", "candidacy_id"]).doUpdateSet(said))
      .execute()
    return questionAnswered({ callId: call.id, candidacyId: mine.id, questionId: question.id })
  },
})

const ownOf = ({ call_id, candidacy_id }: Question["question"], personId: string, db: Db) => {
  const own = db
    .selectFrom("candidacies")
    .select(["id", "withdrawn_at", "admitted"])
    .where("call_id", "=", call_id)
    .where("person_id", "=", personId)
  return (candidacy_id ? own.where("id", "=", candidacy_id) : own).executeTakeFirst()
}
