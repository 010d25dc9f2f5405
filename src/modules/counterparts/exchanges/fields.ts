import { z } from "zod"
import { day, ids, line, text } from "../../../kernel/input.ts"
import { exchangeKinds } from "../tables.ts"

/** What is told of an exchange. */
export const told = z.object({
  kind: z.enum(exchangeKinds),
  on: day(),
  about: line(300),
  said: text(20_000).default(""),
  oursIds: ids(50).default([]),
  theirsIds: ids(50).refine((all) => all.length > 0, "required"),
  nextStep: line(300).nullish(),
  nextOn: day().nullish(),
  matterId: z.uuid().nullish(),
  confidential: z.boolean().default(false),
  /** Of a request: the day by which an answer is due. */
  answerDue: day().nullish(),
})

export type Told = z.output<typeof told>
