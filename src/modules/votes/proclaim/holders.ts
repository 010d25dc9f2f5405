import type { Circumstances } from "../../../kernel/rule.ts"
import { type Holder, holdersOn } from "../../mandates/contract.ts"
import type { Terms } from "./office.ts"

/** Who holds the function when the first of those elected begins: elected again, and still there when they begin; or somebody else. */
export const holdersWhen = async (
  held: { id: string; body_id: string },
  terms: Terms,
  { db }: Pick<Circumstances, "db">,
): Promise<{ again: Holder[]; others: Holder[] }> => {
  const all = await holdersOn(held, null, terms[0].since, db)
  const termOf = ({ person_id }: Holder) => terms.find((one) => one.person_id === person_id)
  const lasts = ({ until }: Holder, since: Temporal.PlainDate) =>
    until === null || Temporal.PlainDate.compare(until, since) >= 0
  return {
    again: all.filter((one) => {
      const term = termOf(one)
      return term !== undefined && lasts(one, term.since)
    }),
    others: all.filter((one) => termOf(one) === undefined),
  }
}
