import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { isExchangeSeen } from "../sight.ts"
import { type ExchangeKind, exchangeKinds, type RequestState } from "../tables.ts"

export const exchangeFilters = z.object({
  bodyId: z.uuid().optional(),
  counterpartId: z.uuid().optional(),
  matterId: z.uuid().optional(),
  kind: z.enum(exchangeKinds).optional(),
  state: z.enum(["waiting", "late", "answered", "given_up"]).optional(),
  q: z.string().trim().max(200).optional(),
  sort: z.enum(["day", "-day", "due", "-due"]).optional(),
})

export type ExchangeLine = {
  id: string
  body_id: string
  kind: ExchangeKind
  on_day: Temporal.PlainDate
  about: string
  said: string
  next_step: string
  next_on: Temporal.PlainDate | null
  confidential: boolean
  state: RequestState | null
  answer_due: Temporal.PlainDate | null
  answered_on: Temporal.PlainDate | null
  reminded_on: Temporal.PlainDate | null
  is_late: boolean
  matter_id: string | null
  theirs: string[]
  ours: string[]
}

export type WantedExchanges = z.output<typeof exchangeFilters>

/** Exchanges in sight, the last first: of a file, with a counterpart (or one of an organisation), on a matter. */
export const findExchanges = async (
  wanted: WantedExchanges,
  { limit, offset }: { limit: number; offset: number },
  { actor, db, now }: Circumstances,
): Promise<ExchangeLine[]> => {
  const today = dayOf(now)
  const { bodyId, counterpartId, matterId, kind, state, q, sort } = wanted
  const { rows } = await sql<ExchangeLine>`
    select e.id, e.body_id, e.kind, e.on_day, e.about, e.said, e.next_step, e.next_on, e.confidential, e.state, e.answer_due,
           e.answered_on, e.reminded_on, e.matter_id, coalesce(e.state = 'waiting' and e.answer_due < ${today}::date, false) as is_late,
           array(select concat_ws(' ', c.given_name, c.name) from exchange_theirs t
                   join counterparts c on (c.organisation_id, c.id) = (t.organisation_id, t.counterpart_id)
                  where (t.organisation_id, t.exchange_id) = (e.organisation_id, e.id) order by c.folded collate "C") as theirs,
           array(select p.given_name || ' ' || p.family_name from exchange_ours o
                   join people p on (p.organisation_id, p.id) = (o.organisation_id, o.person_id)
                  where (o.organisation_id, o.exchange_id) = (e.organisation_id, e.id) order by p.folded collate "C") as ours
      from exchanges e
     where ${isExchangeSeen(actor.personId!, today)}
       and ${bodyId ? sql`e.body_id = ${bodyId}` : sql`true`}
       and ${matterId ? sql`e.matter_id = ${matterId}` : sql`true`}
       and ${kind ? sql`e.kind = ${kind}` : sql`true`}
       and ${state === "late" ? sql`(e.state = 'waiting' and e.answer_due < ${today}::date)` : state ? sql`e.state = ${state}` : sql`true`}
       and ${
         counterpartId
           ? sql`e.id in (select t.exchange_id from exchange_theirs t
               where t.counterpart_id = ${counterpartId}
                  or t.counterpart_id in (select r.contact_id from counterpart_roles r where r.outside_id = ${counterpartId}
                       and (r.until is null or r.until >= e.on_day) and (r.since is null or r.since <= e.on_day)))`
           : sql`true`
       }
       and ${
         q
           ? sql`(position(f_unaccent(lower(${q})) in f_unaccent(lower(e.about))) > 0 or exists (
               select from exchange_theirs t join counterparts c on (c.organisation_id, c.id) = (t.organisation_id, t.counterpart_id)
                where (t.organisation_id, t.exchange_id) = (e.organisation_id, e.id)
                  and position(trim(name_folded(${q})) in c.sought) > 0))`
           : sql`true`
       }
     order by ${orders[sort ?? "-day"]}, e.id desc limit ${limit} offset ${offset}`.execute(db)
  return rows
}

const orders = {
  day: sql`e.on_day`,
  "-day": sql`e.on_day desc`,
  due: sql`e.answer_due nulls last`,
  "-due": sql`e.answer_due desc nulls last`,
}
