import type { MajorityRule } from "../../../kernel/law/majority.ts"
import type { QuorumRule } from "../../../kernel/law/quorum.ts"
import type { ProxyRule } from "../../../kernel/law/proxies.ts"
import type { Rule } from "../../../kernel/law/rule.ts"
import { dayAndMonth } from "../../../kernel/words/dates.ts"
import { money } from "../../../kernel/words/numbers.ts"
import { format, hasWords, type Language } from "../../../kernel/words/words.ts"

/** The value of a rule in words: "15 jours francs", "plus de la moitié des suffrages exprimés"; null when nobody has said it. */
export const valueWords = (language: Language, { value, unit }: Pick<Rule, "value" | "unit">): string | null => {
  if (value === null) return null
  const put = (key: string, values = {}) => format(language, `secretariat.value.${key}`, values)
  switch (unit) {
    case "cents":
      return money(language, (Number(value) / 100).toFixed(2))
    case "day_of_year":
      return dayAndMonth(language, `2026-${String(value)}`)
    case "yes_no":
      return put(value ? "yes" : "no")
    case "quorum":
      return quorumWords(value as QuorumRule, put)
    case "majority":
      return majorityWords(value as MajorityRule, put)
    case "proxies":
      return put("proxies", { count: (value as ProxyRule).per_holder })
    case "choice":
      return hasWords(language, `secretariat.value.choice.${String(value)}`)
        ? put(`choice.${String(value)}`)
        : String(value)
    default:
      return put(unit, { n: Number(value) })
  }
}

type Put = (key: string, values?: Record<string, string | number>) => string

const quorumWords = (rule: QuorumRule, put: Put): string => {
  if (rule.of === "nobody") return put("quorum.nobody")
  if (rule.of === "number") return put("quorum.number", { n: rule.number })
  const [part, parts] = rule.fraction
  return put("quorum.fraction", { part, parts, strictly: rule.strictly ? "yes" : "no", of: rule.of })
}

const majorityWords = ({ majority, of }: MajorityRule, put: Put): string => {
  if (majority.kind !== "fraction") return put(`majority.${majority.kind}`, { of })
  const [part, parts] = majority.fraction
  return put("majority.fraction", { part, parts, of })
}
