import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { command } from "../../kernel/command.ts"
import { text as prose } from "../../kernel/input.ts"
import { taken } from "../../kernel/workflow.ts"
import { findBodyEvenClosed, numbered, takeNumber } from "../bodies/contract.ts"
import { holds } from "../mandates/contract.ts"
import { textValidated } from "./events.ts"
import { flowOf } from "./flow.ts"
import { keepVersion } from "./keep-version.ts"
import { kindOf } from "./kinds.ts"
import { findTextToChange } from "./seen.ts"
import { step } from "./step.ts"

/**
 * Answers for a text in the name of the body: it no longer changes, and takes its number. A text that was opened again keeps the
 * number it had: one number is one text, for ever.
 */
export const validateText = command({
  name: "texts.validate",
  input: z.object({ textId: z.uuid(), note: prose(2000).nullish() }),
  find: ({ textId }, given) => findTextToChange(textId, given),
  allow: holds("texts.validate"),
  async run({ input: { textId, note }, subject: text, ...given }) {
    const { db, now } = given
    const state = taken(flowOf(text.kind), text, "texts.validate")
    const body = (await findBodyEvenClosed(text.body_id, db))!
    const year = text.year ?? dayOf(now, body.zone).year
    const number = text.number ?? (await takeNumber(body.id, `text.${text.kind}`, year, db))
    const reference = text.reference ?? numbered(body.code, year, kindOf(text.kind).code, number)
    await db.updateTable("texts").set({ year, number, reference }).where("id", "=", textId).execute()
    await keepVersion(text, "validated", given)
    await step(text, state, given, { note })
    return textValidated({ textId, bodyId: body.id, kind: text.kind, year, number })
  },
})
