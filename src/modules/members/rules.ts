import type { Db } from "../../kernel/db.ts"
import { proxyRuleSchema } from "../../kernel/law/proxies.ts"
import { ruleOf } from "../bodies/contract.ts"
import type { Admission } from "./tables.ts"

/** Where the rules of a body of this profile stand in its rulebook. */
const books: Record<string, string> = {
  "be-wallonia-chapter": "be.locale",
  "fr-chapter": "fr.local",
  "fr-regional-group": "fr.group",
}

type Bodied = { id: string; profile: string; country: string }

/** A rule of members and dues of a body on a day; null when its rulebook does not speak of it. */
export const memberRule = (body: Bodied, rule: string, on: Temporal.PlainDate, db: Db) =>
  ruleOf(body.id, `${books[body.profile] ?? "be.locale"}.${rule}`, on, db)

/** The same as a number; `otherwise` where the rulebook says nothing or leaves a blank. */
export const memberFigure = async (body: Bodied, rule: string, otherwise: number, on: Temporal.PlainDate, db: Db) => {
  const found = await memberRule(body, rule, on, db)
  return typeof found?.value === "number" ? found.value : otherwise
}

const admissions: readonly string[] = ["secretariat", "board", "assembly", "automatic", "region_after_local_opinion"]

/** Who accepts a member. What the body wrote in words of its own is read as a decision to be taken: the prudent way. */
export const admissionOf = async (body: Bodied, on: Temporal.PlainDate, db: Db): Promise<Admission> => {
  const value = (await memberRule(body, "admission", on, db))?.value ?? "secretariat"
  return admissions.includes(String(value)) ? (value as Admission) : "assembly"
}

/** The most that may be paid in cash, in cents; null where no rule sets a limit. */
export const cashLimit = async (body: Bodied, on: Temporal.PlainDate, db: Db): Promise<bigint | null> => {
  const rule = await ruleOf(body.id, `${body.country.toLowerCase()}.party.cash`, on, db)
  return typeof rule?.value === "number" ? BigInt(rule.value) : null
}

/** How many proxies one voter may hold at most by the rulebook, and by which rule; `most` null where it says nothing. */
export const proxyRuleOf = async (body: Bodied, on: Temporal.PlainDate, db: Db) => {
  const found = await memberRule(body, "proxies", on, db)
  const value = proxyRuleSchema.safeParse(found?.value)
  return { key: value.success ? found!.key : null, most: value.success ? value.data.per_holder : null }
}
