import { z } from "zod"

const isoDate = z.iso.date()

/**
 * One dated, sourced value of a rulebook. Nothing here is legal advice: a value is what somebody read somewhere on a
 * day, and the record says where and how surely.
 */
export const ruleSchema = z.object({
  /** Dotted, in the order place, body, subject: `fr.cr.proxy`, `be.ecolo.notice.general`. */
  key: z.string().regex(/^[a-z0-9_]+(\.[a-z0-9_]+)+$/),
  /** null: nobody has said yet; ask the body. Quorums, majorities and proxies are the objects of their own files. */
  value: z.union([z.number(), z.string(), z.boolean(), z.record(z.string(), z.json()), z.null()]),
  unit: z.enum([
    "clear_days",
    "days",
    // Jours ouvrés, Monday to Friday, and jours ouvrables, Monday to Saturday, both without holidays.
    "working_days",
    "workable_days",
    "hours",
    "minutes",
    "months",
    "years",
    "times",
    "persons",
    "cents",
    "percent",
    "signs",
    "yes_no",
    "choice",
    // "04-15": the same day each year.
    "day_of_year",
    "quorum",
    "majority",
    "proxies",
  ]),
  /** `FR`, `BE-WAL`, `EU`; `own`: written by the body itself, which then wins (see `ruleOn`). */
  jurisdiction: z.string().min(1),
  count_basis: z.enum(["dispatch", "receipt"]).nullable(),
  /** Article of law or of the statutes; null when the value is ours. */
  legal_basis: z.string().nullable(),
  /** Where it was read. */
  source: z.string().nullable(),
  read_on: isoDate.nullable(),
  valid_from: isoDate.nullable(),
  valid_to: isoDate.nullable(),
  /** V read in a page · V- the page is old, partial or second-hand · M+ M from memory · ? unknown, ask. */
  confidence: z.enum(["V", "V-", "M+", "M", "?"]),
  /** The text of the body that may say otherwise (règlement intérieur, ROI, statuts); null: the law leaves no room. */
  overridden_by: z.string().nullable(),
  note: z.string().nullable(),
})

export type Rule = z.infer<typeof ruleSchema>

/** What choosing needs: a record of a profile (ISO dates) or a row of the database (Temporal dates) alike. */
export type Dated = Pick<Rule, "key" | "jurisdiction" | "overridden_by"> & {
  value: unknown
  valid_from: string | Temporal.PlainDate | null
  valid_to: string | Temporal.PlainDate | null
}

export type RuleInForce<R extends Dated = Rule> = {
  rule: R
  /** The record that would apply if the body had not written its own. */
  replaces: R | null
  /** The body wrote its own where the text it replaces leaves no room: shown, not refused, the body may know better. */
  against_the_law: boolean
}

/** The record in force on a day, the body's own before the law's; null when the rulebook says nothing of it. */
export function ruleOn<R extends Dated>(records: readonly R[], key: string, date: Temporal.PlainDate): R | null {
  return ruleWithReasonOn(records, key, date)?.rule ?? null
}

/** The same, with what it replaces, for the page that explains. */
export function ruleWithReasonOn<R extends Dated>(
  records: readonly R[],
  key: string,
  date: Temporal.PlainDate,
): RuleInForce<R> | null {
  const inForce = records.filter((rule) => rule.key === key && isInForce(rule, date))
  // A blank left by the body is a question, not an answer: it does not hide the law.
  const own = newest(inForce.filter((rule) => rule.jurisdiction === "own" && rule.value !== null))
  const given = newest(inForce.filter((rule) => rule.jurisdiction !== "own"))
  const rule = own ?? given ?? newest(inForce)
  if (!rule) return null
  const replaces = own ? given : null
  return { rule, replaces, against_the_law: replaces !== null && replaces.overridden_by === null }
}

/** Both ends included: `valid_to` is the last day. */
function isInForce({ valid_from, valid_to }: Dated, date: Temporal.PlainDate): boolean {
  const day = date.toString()
  return iso(valid_from) <= day && (valid_to === null || day <= iso(valid_to))
}

/** Without a date a record has applied since always; of two with the same date, the one written last. */
function newest<R extends Dated>(rules: R[]): R | null {
  return rules.reduce<R | null>(
    (best, rule) => (best && iso(best.valid_from) > iso(rule.valid_from) ? best : rule),
    null,
  )
}

function iso(date: string | Temporal.PlainDate | null): string {
  return date?.toString() ?? ""
}
