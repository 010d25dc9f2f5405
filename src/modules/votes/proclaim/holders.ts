import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { type Holder, holdersOn } from "../../mandates/contract.ts"
import type { ElectedPerson } from "./elected.ts"

/** Who holds the function when those elected begin: elected again, or somebody else. */
export const holdersWhen = async (
  held: { id: string; body_id: string },
  elected: readonly ElectedPerson[],
  since: Temporal.PlainDate,
  { db }: Pick<Circumstances, "db">,
): Promise<{ again: Holder[]; others: Holder[] }> => {
  const all = await holdersOn(held, null, since, db)
  const isElected = ({ person_id }: Holder) => elected.some((one) => one.person_id === person_id)
  return { again: all.filter(isElected), others: all.filter((one) => !isElected(one)) }
}

/** Whose mandates end, and who leaves with them. Refuses a mandate that is none of this function on that day. */
export const holdersAfter = async (
  held: { id: string; body_id: string },
  elected: readonly ElectedPerson[],
  { since, ends }: { since: Temporal.PlainDate; ends: readonly string[] },
  given: Circumstances,
): Promise<{ leaving: Holder[]; ends: string[] }> => {
  const { again, others } = await holdersWhen(held, elected, since, given)
  const known = [...again, ...others].map(({ mandate_id }) => mandate_id)
  if (ends.some((one) => !known.includes(one))) refuse("not_found", {}, 404)
  const leaving = others.filter(({ mandate_id }) => ends.includes(mandate_id))
  return { leaving, ends: [...again, ...leaving].map(({ mandate_id }) => mandate_id) }
}
