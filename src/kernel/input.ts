import { z } from "zod"
import { type Facts, Invalid, type Issue } from "./refusal.ts"

/**
 * Input as its schema reads it. NUL and ill-formed UTF-16 are refused here, once, for every text field of the product:
 * PostgreSQL cannot hold the first, and the second is silently altered on its way.
 * Throws Invalid with an issue for each place.
 */
export const parsed = <Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> => {
  const broken = [...unstorable(raw, [])]
  if (broken.length) throw new Invalid(broken)
  const result = schema.safeParse(raw)
  if (result.success) return result.data
  throw new Invalid(result.error.issues.map(asIssue))
}

const asIssue = (issue: z.core.$ZodIssue): Issue => ({
  path: issue.path.map((step) => (typeof step === "symbol" ? String(step) : step)),
  code: codeOf(issue),
  facts: Object.fromEntries(
    Object.entries({ ...issue })
      .filter(
        ([key, value]) => ["minimum", "maximum", "format", "expected", "origin"].includes(key) && value !== undefined,
      )
      .map(([key, value]) => [key, typeof value === "bigint" ? value.toString() : value]),
  ) as Facts,
})

const codeOf = (issue: z.core.$ZodIssue): string => {
  if (issue.code === "custom") return issue.message
  if (issue.code === "invalid_type" && issue.input === undefined) return "required"
  if (issue.code === "too_small" && issue.origin === "string" && issue.minimum === 1) return "required"
  return issue.code
}

function* unstorable(value: unknown, path: (string | number)[], depth = 0): Generator<Issue> {
  if (depth > 64) {
    yield { path, code: "too_deep", facts: {} }
  } else if (typeof value === "string") {
    if (value.includes("\0") || !value.isWellFormed()) yield { path, code: "unstorable_text", facts: {} }
  } else if (Array.isArray(value)) {
    for (const [index, inner] of value.entries()) yield* unstorable(inner, [...path, index], depth + 1)
  } else if (value && typeof value === "object") {
    for (const [key, inner] of Object.entries(value)) {
      yield* unstorable(key, path, depth + 1)
      yield* unstorable(inner, [...path, key], depth + 1)
    }
  }
}

/** One line of text as people type it: trimmed, inner spaces kept, at most `max` characters (300 unless told). */
export const line = (max = 300) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\r\n]*$/, "one_line")

/** Free text on several lines, at most `max` characters (20 000 unless told). */
export const text = (max = 20_000) => z.string().trim().max(max)

/** An ISO day, as Temporal.PlainDate. Years 1900 to 2200: beyond, somebody mistyped. */
export const day = () =>
  z.iso.date().transform((iso, context) => {
    const date = Temporal.PlainDate.from(iso)
    if (date.year < 1900 || date.year > 2200) context.addIssue({ code: "custom", message: "unlikely_date" })
    return date
  })

/** A wall time with its minute, "19:30", as Temporal.PlainTime. */
export const hour = () =>
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "hour")
    .transform((iso) => Temporal.PlainTime.from(iso))

/** Several identifiers, without repeats. */
export const ids = (max = 1000) =>
  z
    .array(z.uuid())
    .max(max)
    .transform((list) => [...new Set(list)])
