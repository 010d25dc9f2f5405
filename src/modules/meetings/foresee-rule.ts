import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { day } from "../../kernel/input.ts"
import { read } from "../../kernel/read.ts"
import { findBody, ruleOf, ruleValueAsked, supposing } from "../bodies/contract.ts"
import { holds } from "../mandates/contract.ts"
import { lastDaysToConvene } from "./last-day.ts"
import { isSeen } from "./seen.ts"

type ToCome = {
  id: string
  title: string
  body_id: string
  body_name: string
  country: string
  starts: Temporal.PlainDateTime
  notice_rule: string | null
}

/** What a value of a rule would change in the meetings: which types ask it, and which meetings would get another last day to convene. */
export const foreseeRuleOfMeetings = read({
  name: "meetings.foreseeRule",
  input: z.object({ bodyId: z.uuid(), key: z.string().max(100), value: ruleValueAsked, validFrom: day() }),
  find: async ({ bodyId, key }, { db, now }) => {
    const body = await findBody(bodyId, db)
    const rule = body && (await ruleOf(bodyId, key, dayOf(now), db))
    return body && rule ? { ...body, rule } : undefined
  },
  allow: holds("bodies.manage"),
  async run({ input: { key, value, validFrom }, subject: { id, rule }, ...given }) {
    const { actor, db, now } = given
    const today = dayOf(now)
    // From its first day on: until then every meeting keeps the day it has.
    const on = Temporal.PlainDate.compare(validFrom, today) > 0 ? validFrom : today
    const { rows: meetings } = await sql<ToCome>`
      select m.id, m.title, m.body_id, b.name as body_name, b.country, m.starts, t.notice_rule
        from meetings m
        join bodies b on (b.organisation_id, b.id) = (m.organisation_id, m.body_id)
        join meeting_types t on (t.organisation_id, t.id) = (m.organisation_id, m.type_id)
       where ${id}::uuid = any(b.line) and t.notice_rule = ${key} and m.state = 'preparing' and not m.outside
         and m.starts >= ${on}::date and ${isSeen(actor.personId!, today)}
       order by m.starts limit 200`.execute(db)
    const { rows: types } = await sql<{ name: string; body_name: string }>`
      select t.name, b.name as body_name from meeting_types t
        join bodies b on (b.organisation_id, b.id) = (t.organisation_id, t.body_id)
       where ${id}::uuid = any(b.line) and b.closed_on is null and ${key} in (t.notice_rule, t.quorum_rule, t.majority_rule)
       order by b.name, t.name limit 50`.execute(db)
    const before = await lastDaysToConvene(meetings, on, db)
    const after = await supposing({ bodyId: id, rule, value, from: validFrom }, given, () =>
      lastDaysToConvene(meetings, on, db),
    )
    return {
      types,
      meetings: meetings.flatMap(({ id: meetingId, title, body_name, starts }, n) => {
        const [was, is] = [before[n]?.last_lawful ?? null, after[n]?.last_lawful ?? null]
        if (String(was) === String(is)) return []
        return [{ id: meetingId, title, body_name, starts, was, is, too_late: after[n]?.late ?? false }]
      }),
    }
  },
})
