import { type ConvocationDeadline, convocationDeadline } from "../../kernel/law/convocation-deadline.ts"
import type { Country } from "../../kernel/law/holidays.ts"
import type { Rule } from "../../kernel/law/rule.ts"
import type { Db } from "../../kernel/db.ts"
import { ruleOf } from "../bodies/contract.ts"

type Noticed = { body_id: string; notice_rule: string | null; country: string; starts: Temporal.PlainDateTime }

/**
 * The last lawful day to convene each of some meetings, by the notice of its type in its body's rulebook. Null where the
 * rulebook asks no notice, or nobody has said yet how long it is. A rule that several share is read once.
 */
export const lastDaysToConvene = async (
  meetings: readonly Noticed[],
  today: Temporal.PlainDate,
  db: Db,
): Promise<(ConvocationDeadline | null)[]> => {
  const books = new Map<string, Rule | null>()
  const lastDays: (ConvocationDeadline | null)[] = []
  for (const { body_id, notice_rule, country, starts } of meetings) {
    const meetingOn = starts.toPlainDate()
    const known = `${body_id} ${notice_rule}`
    if (notice_rule && !books.has(known)) books.set(known, await ruleOf(body_id, notice_rule, today, db))
    const rule = notice_rule ? books.get(known) : null
    lastDays.push(rule ? convocationDeadline({ rule, meetingOn, country: country as Country, now: today }) : null)
  }
  return lastDays
}
