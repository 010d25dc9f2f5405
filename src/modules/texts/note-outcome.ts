import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { command } from "../../kernel/command.ts"
import { day, text as prose } from "../../kernel/input.ts"
import { invalid, refuse } from "../../kernel/refusal.ts"
import { holds } from "../mandates/contract.ts"
import { textOutcomeNoted } from "./events.ts"
import { type Outcome, outcomesFrom, textStates } from "./flow.ts"
import { findTextToChange } from "./seen.ts"
import { step } from "./step.ts"

/** What became of a text that left, with its day and a word: what the assembly made of it, the answer that came. */
export const noteTextOutcome = command({
  name: "texts.noteOutcome",
  input: z.object({
    textId: z.uuid(),
    outcome: z.enum(textStates),
    on: day().nullish(),
    note: prose(4000).nullish(),
  }),
  find: ({ textId }, given) => findTextToChange(textId, given),
  allow: holds("texts.manage"),
  async run({ input: { textId, outcome, on, note }, subject: text, ...given }) {
    if (!outcomesFrom(text).includes(outcome as Outcome)) refuse("texts.not_from_here")
    if (on && Temporal.PlainDate.compare(on, dayOf(given.now)) > 0) invalid(["on"], "not_yet")
    await step(text, outcome, given, { ...(on ? { on } : {}), note })
    return textOutcomeNoted({ textId, bodyId: text.body_id, outcome })
  },
})
