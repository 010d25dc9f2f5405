import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import type { Waiting } from "../../kernel/waiting.ts"
import { bodiesWhere } from "../mandates/contract.ts"
import { nameOf } from "../offices/contract.ts"

const MOST = 10
/** From how many days before its first day a designation waits. */
const SOON = 14

type Line = { id: string; body_id: string; institution: string; due: Temporal.PlainDate | null; name: string | null }

/** For who keeps the register: a designation whose first day comes near, and a seat that a substitute may follow in. */
export const waiting = async ({ actor, db, now }: Circumstances): Promise<Waiting[]> => {
  const today = dayOf(now)
  const mine = sql`d.body_id in (${bodiesWhere("offices.manage", actor.personId!, today)})`
  const from = sql`designations d join institutions i on (i.organisation_id, i.id) = (d.organisation_id, d.institution_id)`
  const { rows: soon } = await sql<Line>`
    select d.id, d.body_id, ${nameOf("i")} as institution, d.since as due, null as name from ${from}
     where ${mine} and d.designated_at is null and d.abandoned_at is null and d.since <= ${today.add({ days: SOON })}::date
     order by d.since, d.id limit ${MOST}`.execute(db)
  const { rows: vacant } = await sql<Line>`
    select d.id, d.body_id, ${nameOf("i")} as institution, null::date as due, trim(p.given_name || ' ' || p.family_name) as name
      from ${from}
      join designation_people s on (s.organisation_id, s.designation_id) = (d.organisation_id, d.id) and s.seat = 'full'
      join offices o on (o.organisation_id, o.id) = (s.organisation_id, s.office_id)
      join people p on (p.organisation_id, p.id) = (s.organisation_id, s.person_id)
     where ${mine} and d.designated_at is not null and o.until is not null and (d.until is null or o.until < d.until)
       and (d.until is null or d.until >= ${today}::date)
       and not exists (select from designation_people f
             where (f.organisation_id, f.designation_id, f.follows_id) = (s.organisation_id, s.designation_id, s.person_id))
       and exists (select from designation_people u join offices w on (w.organisation_id, w.id) = (u.organisation_id, u.office_id)
             where (u.organisation_id, u.designation_id) = (d.organisation_id, d.id) and u.seat = 'substitute'
               and (w.until is null or w.until >= d.until))
     order by o.until, d.id limit ${MOST}`.execute(db)
  const line =
    (does: "soon" | "vacant") =>
    ({ id, body_id, institution, due, name }: Line): Waiting => ({
      key: `designations.waiting.${does}`,
      act: `designations.waiting.${does}.act`,
      facts: { institution, name: name ?? "" },
      at: `/designations/${id}`,
      body_id,
      due,
    })
  return [...vacant.map(line("vacant")), ...soon.map(line("soon"))]
}
