import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { command } from "../../kernel/command.ts"
import { day, line, text as prose } from "../../kernel/input.ts"
import { invalid } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { taken } from "../../kernel/workflow.ts"
import { holds } from "../mandates/contract.ts"
import { textLodged } from "./events.ts"
import { flowOf } from "./flow.ts"
import { keepVersion } from "./keep-version.ts"
import { findTextToChange, type Text } from "./seen.ts"
import { step } from "./step.ts"

/** Notes that a text left: lodged with its assembly, sent, said or put to use, the day it was, and the number it got there. */
export const lodgeText = command({
  name: "texts.lodge",
  input: z.object({
    textId: z.uuid(),
    on: day().nullish(),
    theirNumber: line(60).nullish(),
    note: prose(2000).nullish(),
  }),
  find: ({ textId }, given) => findTextToChange(textId, given),
  allow: holds("texts.manage"),
  run: ({ input, subject, ...given }) => leave(subject, input, given),
})

/** A locked text leaves on its day; answers what is to be recorded. */
export const leave = async (
  text: Text,
  {
    on,
    theirNumber,
    note,
  }: {
    on?: Temporal.PlainDate | null | undefined
    theirNumber?: string | null | undefined
    note?: string | null | undefined
  },
  given: Circumstances,
) => {
  const today = dayOf(given.now)
  const state = taken(flowOf(text.kind), text, "texts.lodge")
  if (on && Temporal.PlainDate.compare(on, today) > 0) invalid(["on"], "not_yet")
  const lodged_on = on ?? today
  await given.db
    .updateTable("texts")
    .set({ lodged_on, their_number: theirNumber ?? null })
    .where("id", "=", text.id)
    .execute()
  await keepVersion(text, "lodged", given)
  await step(text, state, given, { on: lodged_on, note })
  return textLodged({ textId: text.id, bodyId: text.body_id, kind: text.kind, on: lodged_on.toString() })
}
