import { z } from "zod"
import { day, line, text } from "../../kernel/input.ts"
import { invalid } from "../../kernel/refusal.ts"
import { type FieldName, kindOf, type TextKind } from "./kinds.ts"
import type { TextFields } from "./tables.ts"

const aDay = day().transform((on) => on.toString())
const asked = {
  addressee: line().nullish(),
  subject: line().nullish(),
  place: line().nullish(),
  grounds: text(8000).nullish(),
  balance: text(8000).nullish(),
  embargo: aDay.nullish(),
  contact: line().nullish(),
  source: text(8000).nullish(),
  valid_until: aDay.nullish(),
} satisfies Record<FieldName, z.ZodType>

/** What is said of a text beside its words. */
export const textSaid = {
  title: line(300),
  authorId: z.uuid().nullish(),
  matterId: z.uuid().nullish(),
  sittingItemId: z.uuid().nullish(),
  /** Of what no item carries: an item to add, a question. An item says its sitting by itself. */
  sittingId: z.uuid().nullish(),
  confidential: z.boolean().default(false),
  limitSigns: z.int().min(1).max(1_000_000).nullish(),
  limitMinutes: z.int().min(1).max(1000).nullish(),
  dueOn: day().nullish(),
  fields: z.strictObject(asked).default({}),
}

/** The fields that were filled; refuses one that this kind does not have. */
export const fieldsOf = (kind: TextKind, given: z.output<(typeof textSaid)["fields"]>): TextFields => {
  const filled = Object.entries(given).filter(([, value]) => value) as [FieldName, string][]
  for (const [name] of filled) if (!kindOf(kind).fields.includes(name)) invalid(["fields", name], "unknown")
  return Object.fromEntries(filled)
}

/** The day in the form, as a column of its own: it is looked for, whatever rests encrypted. */
export const validUntil = ({ valid_until }: TextFields): Temporal.PlainDate | null =>
  valid_until ? Temporal.PlainDate.from(valid_until) : null
