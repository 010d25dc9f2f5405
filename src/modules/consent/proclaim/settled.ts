import { dayOf } from "../../../kernel/clock.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { houseLanguage } from "../../votes/contract.ts"
import { electedByConsent, type ElectedByConsent } from "../elected.ts"
import type { Election } from "../election.ts"

/** Somebody was elected; refuses an election in which nobody is. */
export const settled = async (election: Election, given: Circumstances): Promise<ElectedByConsent> =>
  (await electedByConsent(election.id, await houseLanguage(given), given)) ?? refuse("consent.nobody_elected")

/** The same to a function of the body: a role that is only a name gives no mandate. */
export const settledInOffice = async (election: Election, given: Circumstances) => {
  const elected = await settled(election, given)
  const functionId = elected.function_id ?? refuse("consent.no_function")
  return { elected, functionId, firstDay: dayOf(elected.elected_at, election.zone) }
}
