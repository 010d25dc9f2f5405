import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { invalid } from "../../../kernel/refusal.ts"
import { isOfBody } from "../../mandates/contract.ts"
import { pollAnswered } from "./events.ts"
import { findPollToChange, optionsOf, stillAsking } from "./store.ts"

/** Says which dates suit; said again, it replaces. By the app or by the link of a letter. */
export const answerPoll = command({
  name: "polls.answer",
  input: z.object({
    pollId: z.uuid(),
    answers: z
      .array(z.object({ optionId: z.uuid(), answer: z.enum(["yes", "if_needed", "no"]) }))
      .min(1)
      .max(30),
  }),
  find: ({ pollId }, { db }) => findPollToChange(pollId, db),
  allow: isOfBody,
  async run({ input, subject: poll, actor, db, now }) {
    stillAsking(poll, dayOf(now))
    const known = new Set((await optionsOf(poll.id, db)).map(({ id }) => id))
    const said = new Map(input.answers.map(({ optionId, answer }) => [optionId, answer]))
    if ([...said.keys()].some((id) => !known.has(id))) invalid(["answers"], "unknown_option")
    const personId = actor.personId!
    await db
      .insertInto("date_poll_answers")
      .values(
        [...said].map(([option_id, answer]) => ({
          organisation_id: actor.organisation,
          option_id,
          person_id: personId,
          answer,
          answered_at: now,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(["organisation_id", "option_id", "person_id"])
          .doUpdateSet({ answer: (eb) => eb.ref("excluded.answer"), answered_at: now }),
      )
      .execute()
    return pollAnswered({ pollId: poll.id, personId })
  },
})
