import { type RawBuilder, sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Db } from "../../kernel/db.ts"
import { madeAt } from "../../kernel/id.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { isMatterSeen } from "../matters/contract.ts"
import type { Entry, Span } from "./entries.ts"
import { bare } from "./outside.ts"

/** The next step of the matters that the reader leads or works on, on its day; who leads is asked for it in Today as well. */
export const nextStepsBetween = async (
  { from, to, bodyId }: Span,
  { actor, db, now }: Circumstances,
): Promise<Entry[]> => {
  const only = sql`x.next_on between ${from}::date and ${to}::date and ${bodyId ? sql`x.body_id = ${bodyId}` : sql`true`}`
  const rows = await nextSteps(actor.personId!, only, { db, now })
  return rows.map(({ id, body_id, body_name, title, next_step, next_on }) => ({
    ...bare,
    id,
    body_id,
    body_name,
    title: `${title} · ${next_step}`,
    day: next_on,
    kind: "next_step",
    state: "open",
    at: `/dossiers/${id}`,
  }))
}

/** Those of matters `x` that `only` says. */
export const nextSteps = async (
  personId: string,
  only: RawBuilder<unknown>,
  { db, now }: { db: Db; now: Temporal.Instant },
) => {
  const { rows } = await sql<{
    id: string
    body_id: string
    body_name: string
    title: string
    next_step: string
    next_on: Temporal.PlainDate
    confidential: boolean
    made_at: Temporal.Instant
  }>`
    select x.id, x.body_id, b.name as body_name, x.title, x.next_step, x.next_on, x.confidential,
           ${madeAt(sql`x.id`)} as made_at
      from matters x join bodies b on (b.organisation_id, b.id) = (x.organisation_id, x.body_id)
     where ${personId} in (x.lead_id, x.staff_id) and x.closed_on is null and x.next_step <> '' and ${only}
       and ${isMatterSeen(personId, dayOf(now))}
     order by x.next_on, x.id limit 500`.execute(db)
  return rows
}
