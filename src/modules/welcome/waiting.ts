import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { DAYS_AHEAD, type Waiting } from "../../kernel/waiting.ts"
import { bodiesWhere } from "../mandates/contract.ts"
import { type Line, lines } from "./journey/lines.ts"
import { hoursUnanswered } from "./journey/newcomer.ts"
import { newcomerSeen } from "./permissions.ts"
import { hoursToAnswer } from "./rules.ts"

const MOST = 50

/**
 * Whom the actor welcomes, from the first hour; and for whoever runs the welcome, those nobody was given, those whom nobody has
 * contacted within the hours of the rulebook, and those who may already be in the file.
 */
export const waiting = async (given: Circumstances): Promise<Waiting[]> => {
  const { actor, db, now } = given
  if (!actor.personId) return []
  const today = dayOf(now)
  const managed = sql`n.body_id in (${bodiesWhere("welcome.manage", actor.personId, today)})`
  const rows = await lines(
    {
      where: sql`(n.state = 'open' or (n.state = 'paused' and n.paused_until <= ${today}::date)) and ${newcomerSeen(given)}
        and ((coalesce(s.person_id, n.welcomer_id) = ${actor.personId} and (s.kind = 'contact' or s.due <= ${today.add({ days: DAYS_AHEAD })}::date))
          or (${managed} and (n.welcomer_id is null or n.contacted_at is null or n.person_id is null)))`,
      order: sql`s.due nulls last, n.id`,
      limit: MOST,
    },
    db,
  )
  const hours = new Map<string, number>()
  for (const id of new Set(rows.map(({ body_id }) => body_id))) hours.set(id, await hoursToAnswer(id, given))
  return rows.flatMap((one) => waitingOf(one, hours.get(one.body_id)!, today, given))
}

const waitingOf = (one: Line, hours: number, today: Temporal.PlainDate, { actor, now }: Circumstances): Waiting[] => {
  const at = `/arrivants/${one.id}`
  const about = { at, body_id: one.body_id, due: one.due }
  const facts = { name: one.name, step: one.step ?? "" }
  const waited = hoursUnanswered(one, now, today) ?? 0
  const isLate = one.contacted_at === null && waited >= hours
  if (isLate)
    return [
      { key: "welcome.waiting.late", act: "welcome.waiting.answer", facts: { ...facts, hours: waited }, ...about },
    ]
  if (!one.welcomer_id && !one.step_of_id)
    return [{ key: "welcome.waiting.nobody", act: "welcome.waiting.give", facts, ...about }]
  if ((one.step_of_id ?? one.welcomer_id) === actor.personId)
    return [
      one.kind === "contact"
        ? {
            key: "welcome.waiting.contact",
            act: "welcome.waiting.answer",
            facts: { ...facts, left: hours - waited },
            ...about,
          }
        : { key: "welcome.waiting.step", act: "welcome.waiting.see", facts, ...about },
    ]
  // Somebody else has them, and is in time: only who may be known twice is asked about.
  return one.person_id
    ? []
    : [{ key: "welcome.waiting.known", act: "welcome.waiting.see", facts, at, body_id: one.body_id }]
}
