import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { ruleOf } from "../bodies/contract.ts"

/** What a body gives itself to answer whoever comes, where its rulebook says nothing. */
const USUAL_HOURS = 48

/** Within how many hours of their confirmation a newcomer of a body has heard from somebody (`eu.all.welcome.first_contact`). */
export const hoursToAnswer = async (
  bodyId: string,
  { db, now }: Pick<Circumstances, "db" | "now">,
): Promise<number> => {
  const rule = await ruleOf(bodyId, "eu.all.welcome.first_contact", dayOf(now), db)
  return typeof rule?.value === "number" && rule.value > 0 ? rule.value : USUAL_HOURS
}
