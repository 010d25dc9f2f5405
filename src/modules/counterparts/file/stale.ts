import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { ruleOf } from "../../bodies/contract.ts"

/** After how many months without an exchange and without somebody looking a record is to be checked. A rule of the rulebook. */
const MONTHS = 18

export const monthsUntilStale = async (bodyId: string, { db, now }: Pick<Circumstances, "db" | "now">) => {
  const rule = await ruleOf(bodyId, "any.body.counterparts.stale", dayOf(now), db)
  return typeof rule?.value === "number" && rule.value > 0 ? rule.value : MONTHS
}

/** A record is stale when its last day is before this one. */
export const staleBefore = async (bodyId: string, given: Pick<Circumstances, "db" | "now">) =>
  dayOf(given.now).subtract({ months: Math.min(1200, Math.round(await monthsUntilStale(bodyId, given))) })
