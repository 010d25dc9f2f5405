import { sql } from "kysely"
import { z } from "zod"
import { majorityRuleSchema } from "../../kernel/law/majority.ts"
import { proxyRuleSchema } from "../../kernel/law/proxies.ts"
import { quorumRuleSchema } from "../../kernel/law/quorum.ts"
import type { Rule } from "../../kernel/law/rule.ts"
import { invalid } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { insertOwnRule } from "./write.ts"

/** A value as its unit asks. A value that nothing could count with would stop a convocation on the day it is needed. */
export const ruleValueFor = (unit: Rule["unit"], value: unknown): Rule["value"] => {
  const parsed = schemaOf(unit).safeParse(value)
  return parsed.success ? (parsed.data as Rule["value"]) : invalid(["value"], "rule_value")
}

/** A value as it is typed, before its unit is known. */
export const ruleValueSaid = z.union([z.number(), z.string().max(300), z.boolean(), z.record(z.string(), z.json())])

/** The same, in the address of a read, where a number and its figures would be the same text: as JSON. */
export const ruleValueAsked = z
  .string()
  .max(2000)
  .transform((json, context): unknown => {
    try {
      return JSON.parse(json)
    } catch {
      context.addIssue({ code: "custom", message: "rule_value" })
      return z.NEVER
    }
  })

/**
 * What would be, were this value the body's own from a day: the rule is written, `work` looks with the same eyes as ever, and
 * nothing of it stays.
 */
export const supposing = async <T>(
  { bodyId, rule, value, from }: { bodyId: string; rule: Rule; value: unknown; from: Temporal.PlainDate },
  given: Circumstances,
  work: () => Promise<T>,
): Promise<T> => {
  await sql`savepoint supposing`.execute(given.db)
  try {
    const { key, unit, count_basis, overridden_by } = rule
    await insertOwnRule(
      {
        bodyId,
        rule: {
          key,
          unit,
          count_basis,
          overridden_by,
          value: ruleValueFor(unit, value),
          legal_basis: null,
          source: null,
          valid_from: from.toString(),
          note: null,
        },
      },
      given,
    )
    return await work()
  } finally {
    await sql`rollback to savepoint supposing`.execute(given.db)
  }
}

const schemaOf = (unit: Rule["unit"]): z.ZodType => {
  switch (unit) {
    case "quorum":
      return quorumRuleSchema
    case "majority":
      return majorityRuleSchema
    case "proxies":
      return proxyRuleSchema
    case "yes_no":
      return z.boolean()
    case "choice":
      return z.string().trim().min(1)
    case "day_of_year":
      return z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
    default:
      return z.number().min(0).max(1_000_000_000)
  }
}
