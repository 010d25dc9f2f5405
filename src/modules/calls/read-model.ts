import { z } from "zod"
import { day, hour } from "../../kernel/input.ts"
import { read } from "../../kernel/read.ts"
import { dayAndHour } from "../../kernel/words/dates.ts"
import { say } from "../../words.ts"
import { findBody } from "../bodies/contract.ts"
import { holds } from "../mandates/contract.ts"
import { parities } from "./parity.ts"
import { shownWhen, whos } from "./tables.ts"
import { textOf } from "./template.ts"
import { namesOf } from "./text-of-call.ts"

const MISSING = "…"

/** The text that the model makes of what is being chosen: shown while one fills the form, with dots for what is still missing. */
export const readModel = read({
  name: "calls.model",
  input: z.object({
    bodyId: z.uuid(),
    functionId: z.uuid().nullish(),
    outside: z.string().max(200).nullish(),
    seats: z.number().default(1),
    who: z.enum(whos).default("members"),
    functions: z.array(z.string().max(200)).max(100).default([]),
    minMonths: z.number().default(0),
    parity: z.enum(parities).default("none"),
    least: z.number().nullish(),
    endsOn: day().nullish(),
    endsAt: hour().nullish(),
    statementMax: z.number().default(0),
    photo: z.boolean().default(false),
    shown: z.enum(shownWhen).default("at_close"),
  }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("decisions.manage"),
  async run({ input, subject: body, actor: { language }, db }) {
    const { functionId = null, outside = null, endsOn, endsAt, minMonths, statementMax, least, ...said } = input
    const asked = { body_id: body.id, function_id: functionId, outside, functions: said.functions }
    const { what, holders } = await namesOf(asked, { db })
    const until = endsOn && endsAt ? dayAndHour(language, endsOn.toPlainDateTime(endsAt)) : MISSING
    const figures = { min_months: minMonths, statement_max: statementMax, least: least ?? null }
    const text = textOf(
      { ...said, ...figures, body: body.name, what: what || MISSING, holders, until },
      (key, values) => say(language, key, values),
    )
    return { text }
  },
})
