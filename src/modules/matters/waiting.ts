import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { DAYS_AHEAD, type Waiting } from "../../kernel/waiting.ts"
import { isMatterSeen } from "./seen.ts"

/** The next step of the matters a person leads, from two weeks before its day. */
export const waiting = async ({ actor, db, now }: Circumstances): Promise<Waiting[]> => {
  const today = dayOf(now)
  const { rows } = await sql<{
    id: string
    body_id: string
    title: string
    next_step: string
    next_on: Temporal.PlainDate
    confidential: boolean
  }>`
    select x.id, x.body_id, x.title, x.next_step, x.next_on, x.confidential from matters x
     where x.lead_id = ${actor.personId} and x.closed_on is null and x.next_on <= ${today.add({ days: DAYS_AHEAD })}::date
       and x.next_step <> '' and ${isMatterSeen(actor.personId!, today)}
     order by x.next_on, x.id`.execute(db)
  return rows.map(({ id, body_id, title, next_step, next_on, confidential }) => ({
    key: "matters.waiting",
    act: "matters.waiting.act",
    facts: { title, step: next_step },
    at: `/dossiers/${id}`,
    due: next_on,
    body_id,
    confidential,
  }))
}
