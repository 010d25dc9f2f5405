import type { Db } from "../../kernel/db.ts"
import { invalid } from "../../kernel/refusal.ts"
import { rule } from "../../kernel/rule.ts"

export const findMatterToChange = (matterId: string, db: Db) =>
  db.selectFrom("matters").selectAll().where("id", "=", matterId).forUpdate().executeTakeFirst()

/** Whoever leads the matter keeps its standing. */
export const isLead = rule<{ lead_id: string | null }>(
  "isLead",
  ({ lead_id }, { actor }) => actor.personId !== null && lead_id === actor.personId,
)

export const checkLead = async (leadId: string | null | undefined, db: Db) => {
  if (leadId && !(await db.selectFrom("people").select("id").where("id", "=", leadId).executeTakeFirst()))
    invalid(["leadId"], "unknown_lead")
}
