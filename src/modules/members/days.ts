import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { bodiesWhere } from "../mandates/contract.ts"
import { findBody } from "../bodies/contract.ts"
import { waitBefore } from "./dues/call.ts"

export type MemberDay = {
  kind: "application" | "dues" | "reminder"
  id: string
  at: string
  day: Temporal.PlainDate
  /** Of an application: whose. */
  title: string
  /** How many dues end, or how many may be reminded, on that day. */
  count: number
  body_id: string
  body_name: string
}
type Span = { from: Temporal.PlainDate; to: Temporal.PlainDate; bodyId?: string | undefined }

/** The last day of each application, for who answers it; the days on which dues end and a reminder may leave, for who keeps them. */
export const memberDaysBetween = async (span: Span, given: Circumstances): Promise<MemberDay[]> => [
  ...(await applicationsBetween(span, given)),
  ...(await duesEndingBetween(span, given)),
  ...(await remindersBetween(span, given)),
]

const MOST = 200

const applicationsBetween = async ({ from, to, bodyId }: Span, { actor, db, now }: Circumstances) => {
  const { rows } = await sql<Omit<MemberDay, "kind" | "at" | "count">>`
    select a.id, a.answer_by as day, a.given_name || ' ' || a.family_name as title, a.body_id, b.name as body_name
      from applications a join bodies b on (b.organisation_id, b.id) = (a.organisation_id, a.body_id)
     where a.state = 'asked' and a.answer_by between ${from}::date and ${to}::date
       and (${bodyId ?? null}::uuid is null or a.body_id = ${bodyId ?? null})
       and a.body_id in (${bodiesWhere("people.manage", actor.personId!, dayOf(now))})
     order by a.answer_by, a.id limit ${MOST}`.execute(db)
  return rows.map((row) => ({ ...row, kind: "application" as const, count: 1, at: `/membres/demandes/${row.id}` }))
}

const duesEndingBetween = async ({ from, to, bodyId }: Span, { actor, db, now }: Circumstances) => {
  const { rows } = await sql<Pick<MemberDay, "day" | "count" | "body_id" | "body_name">>`
    select m.dues_until as day, count(*)::int as count, m.body_id, b.name as body_name
      from memberships m join bodies b on (b.organisation_id, b.id) = (m.organisation_id, m.body_id)
     where m.dues_until between ${from}::date and ${to}::date and (m.until is null or m.until >= m.dues_until)
       and (${bodyId ?? null}::uuid is null or m.body_id = ${bodyId ?? null})
       and m.body_id in (${bodiesWhere("dues.manage", actor.personId!, dayOf(now))})
     group by m.body_id, b.name, m.dues_until order by m.dues_until, b.name limit ${MOST}`.execute(db)
  return rows.map((row) => ({
    ...row,
    kind: "dues" as const,
    id: `${row.body_id} ${row.day.toString()}`,
    title: "",
    at: `/membres/cotisations?instance=${row.body_id}`,
  }))
}

/** The letter before, and the days that the rulebook lets pass after it: the reminder may leave from that day. */
const remindersBetween = async ({ from, to, bodyId }: Span, given: Circumstances): Promise<MemberDay[]> => {
  const { actor, db, now } = given
  const { rows } = await sql<{
    body_id: string
    body_name: string
    step: 1 | 2
    written_on: Temporal.PlainDate
    count: number
  }>`
    select d.body_id, b.name as body_name, last.step, last.written_on, count(*)::int as count
      from dues d join bodies b on (b.organisation_id, b.id) = (d.organisation_id, d.body_id)
      cross join lateral (select l.step, l.written_on from dues_letters l
                           where (l.organisation_id, l.due_id) = (d.organisation_id, d.id) order by l.step desc limit 1) last
     where d.year between ${dayOf(now).year - 1} and ${dayOf(now).year + 1} and d.covered_at is null and last.step < 3
       and last.written_on between ${from.subtract({ years: 1 })}::date and ${to}::date
       and (${bodyId ?? null}::uuid is null or d.body_id = ${bodyId ?? null})
       and d.body_id in (${bodiesWhere("dues.manage", actor.personId!, dayOf(now))})
     group by d.body_id, b.name, last.step, last.written_on order by last.written_on limit ${MOST}`.execute(db)
  const days: MemberDay[] = []
  for (const { step, written_on, ...row } of rows) {
    const body = await findBody(row.body_id, db)
    if (!body) continue
    const next = step === 1 ? 2 : 3
    const day = written_on.add({ days: await waitBefore(body, next, given) })
    if (Temporal.PlainDate.compare(day, from) < 0 || Temporal.PlainDate.compare(day, to) > 0) continue
    const id = `${row.body_id} ${next} ${day.toString()}`
    days.push({ ...row, kind: "reminder", id, day, title: "", at: `/membres/appels?instance=${row.body_id}` })
  }
  return days
}
