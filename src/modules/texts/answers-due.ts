import { type RawBuilder, sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import { dueDate } from "../../kernel/law/deadline.ts"
import type { Rule } from "../../kernel/law/rule.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { answerRulesOf } from "../sittings/contract.ts"
import { bodiesWhere } from "../mandates/contract.ts"
import { isTextSeen, type Text } from "./seen.ts"

export type AnswerDue = {
  id: string
  title: string
  body_id: string
  body_name: string
  day: Temporal.PlainDate
  /** Whoever looks may note the answer; who only wrote it down waits for it. */
  notes: boolean
}

// A question nobody answered in a year is not waited for any more: it stands in the record of the mandate.
const LONGEST = { days: 366 }

/** The answers that are due to written questions, for those who wrote or sign them and those who follow the texts of the body. */
export const answersDue = async (given: Circumstances, more: RawBuilder<unknown> = sql`true`): Promise<AnswerDue[]> => {
  const { actor, db, now } = given
  const [me, today] = [actor.personId!, dayOf(now)]
  const { rows } = await sql<Omit<AnswerDue, "day"> & { lodged_on: Temporal.PlainDate }>`
    select w.id, w.title, w.body_id, b.name as body_name, w.lodged_on,
           w.author_id = ${me} or w.body_id in (${bodiesWhere("texts.manage", me, today)}) as notes
      from texts w join bodies b on (b.organisation_id, b.id) = (w.organisation_id, w.body_id)
     where w.kind = 'written_question' and w.state = 'lodged' and w.lodged_on > ${today.subtract(LONGEST)}::date and ${more}
       and (${me} in (w.author_id, w.written_by) or w.body_id in (${bodiesWhere("texts.manage", me, today)}))
       and ${isTextSeen(me, today)}
     order by w.lodged_on, w.id limit 200`.execute(db)
  if (rows.length === 0) return []
  const ruleOf = await answerRulesOf([...new Set(rows.map(({ body_id }) => body_id))], given)
  return rows.flatMap(({ lodged_on, ...text }) => {
    const day = dayDue(ruleOf(text.body_id, lodged_on) ?? ruleOf(text.body_id, today), lodged_on)
    return day ? [{ ...text, day }] : []
  })
}

/** When the answer to this text is due, with the rule that says so; null where none is awaited or nobody has said the time. */
export const answerDueOf = async (
  { kind, state, body_id, lodged_on }: Text,
  given: Circumstances,
): Promise<{ day: Temporal.PlainDate; rule: Rule } | null> => {
  if (kind !== "written_question" || state !== "lodged" || !lodged_on) return null
  const ruleOf = await answerRulesOf([body_id], given)
  // Said only after the question was lodged: what the assembly’s rules are read to say holds for it too.
  const rule = ruleOf(body_id, lodged_on) ?? ruleOf(body_id, dayOf(given.now))
  const day = dayDue(rule, lodged_on)
  return rule && day ? { day, rule } : null
}

const dayDue = (rule: Rule | null, event: Temporal.PlainDate): Temporal.PlainDate | null => {
  if (typeof rule?.value !== "number") return null
  // The country only matters where a term rolls to a working day, which no text says of these.
  if (rule.unit === "months")
    return dueDate({ kind: "months_after", n: rule.value, event, country: "BE", roll: "none" }).due
  return rule.unit === "days" ? dueDate({ kind: "days_after", n: rule.value, event, country: "BE" }).due : null
}
