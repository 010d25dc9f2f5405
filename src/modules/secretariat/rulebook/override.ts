import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { day, line, text } from "../../../kernel/input.ts"
import { majorityRuleSchema } from "../../../kernel/law/majority.ts"
import { proxyRuleSchema } from "../../../kernel/law/proxies.ts"
import { quorumRuleSchema } from "../../../kernel/law/quorum.ts"
import type { Rule } from "../../../kernel/law/rule.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import { findBody, insertOwnRule, ruleOf } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { ruleOverridden } from "../events.ts"

/** The body's own value of a rule, from a day, with the text that says so. What it replaces stays written and is shown beside it. */
export const overrideRule = command({
  name: "rules.override",
  input: z.object({
    bodyId: z.uuid(),
    key: z.string().max(100),
    value: z.union([z.number(), z.string().max(300), z.boolean(), z.record(z.string(), z.json())]),
    validFrom: day(),
    /** The article of the body's own text: "ROI, art. 12". */
    basis: line(),
    /** Where that text is: a file, a page, minutes. */
    source: line().nullish(),
    note: text(2000).nullish(),
  }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("bodies.manage"),
  async run({ input, subject: body, ...given }) {
    const current = (await ruleOf(body.id, input.key, dayOf(given.now), given.db)) ?? refuse("not_found", {}, 404)
    const value = valueFor(current.unit, input.value)
    const ruleId = await insertOwnRule(
      {
        bodyId: body.id,
        rule: {
          key: input.key,
          value,
          unit: current.unit,
          count_basis: current.count_basis,
          legal_basis: input.basis,
          source: input.source ?? null,
          valid_from: String(input.validFrom),
          overridden_by: current.overridden_by,
          note: input.note ?? null,
        },
      },
      given,
    )
    return ruleOverridden({ ruleId, bodyId: body.id, key: input.key, validFrom: String(input.validFrom) })
  },
})

// A value that nothing could count with would stop a convocation on the day it is needed.
const valueFor = (unit: Rule["unit"], value: unknown): Rule["value"] => {
  const parsed = schemaOf(unit).safeParse(value)
  return parsed.success ? (parsed.data as Rule["value"]) : invalid(["value"], "rule_value")
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
