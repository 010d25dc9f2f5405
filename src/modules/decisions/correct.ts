import { confide } from "../../kernel/confide.ts"
import { json } from "../../kernel/db.ts"
import type { Selectable } from "kysely"
import { majorityRuleSchema } from "../../kernel/law/majority.ts"
import type { Db } from "../../kernel/db.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { decisionCorrected } from "./events.ts"
import { type FrozenQuorum, figures, plain, writeRoll } from "./record.ts"
import { resultOf, type Said } from "./result.ts"
import type { DecisionRow } from "./tables.ts"

/** Locks a decision. Lock its meeting first, as whoever takes one does. */
export const findDecisionToChange = (decisionId: string, db: Db) =>
  db.selectFrom("decisions").selectAll().where("id", "=", decisionId).forUpdate().executeTakeFirst()

/**
 * Puts right what was written of a decision, under its number; the result is counted anew with the quorum and the rule of
 * the moment it was taken. For a command that has asked who may, and whether it is still time. Refuses as `resultOf` does.
 */
export const correctDecision = async (
  decision: Selectable<DecisionRow>,
  said: Said & { text: string; title?: string | undefined },
  given: Circumstances,
) => {
  const { quorum, waived, rule } = frozenOf(decision)
  const result = resultOf(said, rule, { quorum, waived }, quorum.members)
  await given.db
    .updateTable("decisions")
    .set({
      text: confide(given, decision.confidential).text(said.text),
      title: said.title ?? decision.title,
      how: said.how,
      ...figures(result),
      majority: json({ rule, result: plain(result.majority) }),
      state: result.adopted ? (decision.state === "rejected" ? "in_force" : decision.state) : "rejected",
    })
    .where("id", "=", decision.id)
    .execute()
  await writeRoll(decision.id, said, given)
  return decisionCorrected({
    decisionId: decision.id,
    bodyId: decision.body_id,
    meetingId: decision.meeting_id,
    wasAdopted: decision.adopted,
    adopted: result.adopted,
  })
}

const frozenOf = ({ quorum, majority }: Selectable<DecisionRow>) => {
  const { waiver, ...was } = quorum as FrozenQuorum
  const { rule } = majority as { rule: unknown }
  return { quorum: was, waived: waiver !== null, rule: rule ? majorityRuleSchema.parse(rule) : null }
}
