import { dayAndMonth } from "../words/dates.ts"
import { money } from "../words/numbers.ts"
import { format, type Language, type Values } from "../words/words.ts"
import "./in-words.ts"
import { majorityRuleSchema } from "./majority.ts"
import { proxyRuleSchema } from "./proxies.ts"
import { quorumRuleSchema } from "./quorum.ts"

/** "15 jours, à compter de l’envoi", "plus de la moitié des membres en fonction, présents"; "à préciser" for a blank. */
export function valueInWords(
  language: Language,
  rule: { unit: string; value: unknown; count_basis?: string | null },
): string {
  const { unit, value } = rule
  const say = (key: string, values?: Values) => format(language, `law.value.${key}`, values)
  if (value === null) return say("unknown")
  if (unit === "quorum") return quorum(value, say)
  if (unit === "majority") {
    const { majority, of } = majorityRuleSchema.parse(value)
    const [part, parts] = majority.kind === "fraction" ? majority.fraction : [1, 2]
    return say(`majority_${majority.kind}`, { of, part, parts })
  }
  if (unit === "proxies") return say("proxies", { n: proxyRuleSchema.parse(value).per_holder })
  if (unit === "yes_no") return say(value === true ? "yes" : "no")
  if (unit === "cents" && typeof value === "number") return money(language, (value / 100).toFixed(2))
  if (unit === "day_of_year" && typeof value === "string") return dayAndMonth(language, `2000-${value}`)
  if (unit === "choice" && typeof value === "string") return say("choice", { choice: value })
  return typeof value === "number" ? say(unit, { n: value, basis: rule.count_basis ?? "none" }) : JSON.stringify(value)
}

function quorum(value: unknown, say: (key: string, values?: Values) => string): string {
  const rule = quorumRuleSchema.parse(value)
  if (rule.of === "nobody") return say("quorum_nobody")
  if (rule.of === "number") return say("quorum_number", { n: rule.number, counts: rule.counts })
  const [part, parts] = rule.fraction
  return say("quorum_fraction", { ...rule, fraction: undefined, strictly: String(rule.strictly), part, parts })
}
