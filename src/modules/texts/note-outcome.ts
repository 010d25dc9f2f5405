import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { command } from "../../kernel/command.ts"
import { day, text as prose } from "../../kernel/input.ts"
import { invalid, refuse } from "../../kernel/refusal.ts"
import { anyOf, type Circumstances, rule } from "../../kernel/rule.ts"
import { holds } from "../mandates/contract.ts"
import { textOutcomeNoted } from "./events.ts"
import { type Outcome, outcomesFrom, type TextState, textStates } from "./flow.ts"
import { findTextToChange, type Text } from "./seen.ts"
import { keepPaper } from "./keep-paper.ts"
import { step } from "./step.ts"

// The answer comes to whoever asked, often on a telephone, and not to the secretariat.
const questions = ["written_question", "oral_question", "topical_question"]
const askedTheQuestion = rule<Text>(
  "askedTheQuestion",
  ({ kind, author_id }, { actor }) =>
    actor.personId !== null && actor.personId === author_id && questions.includes(kind),
)

/** What became of a text that left, with its day and a word: what the assembly made of it, the answer that came. */
export const noteTextOutcome = command({
  name: "texts.noteOutcome",
  input: z.object({
    textId: z.uuid(),
    outcome: z.enum(textStates),
    on: day().nullish(),
    note: prose(4000).nullish(),
    /** The answer itself, as it came. */
    fileId: z.uuid().nullish(),
  }),
  find: ({ textId }, given) => findTextToChange(textId, given),
  allow: anyOf<Text>(holds("texts.manage"), askedTheQuestion),
  run: ({ input, subject, ...given }) => becomes(subject, input, given),
})

/** A locked text that left becomes something; answers what is to be recorded. */
export const becomes = async (
  text: Text,
  {
    outcome,
    on,
    note,
    fileId,
  }: {
    outcome: TextState
    on?: Temporal.PlainDate | null | undefined
    note?: string | null | undefined
    fileId?: string | null | undefined
  },
  given: Circumstances,
) => {
  if (!outcomesFrom(text).includes(outcome as Outcome)) refuse("texts.not_from_here")
  if (on && Temporal.PlainDate.compare(on, dayOf(given.now)) > 0) invalid(["on"], "not_yet")
  if (fileId) await keepPaper("answer_file_id", fileId, text, given)
  await step(text, outcome, given, { ...(on ? { on } : {}), note })
  return textOutcomeNoted({ textId: text.id, bodyId: text.body_id, outcome })
}
