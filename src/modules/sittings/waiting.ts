import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { DAYS_AHEAD, type Waiting } from "../../kernel/waiting.ts"
import { bodiesOf, bodiesWhere } from "../mandates/contract.ts"
import { lodgingDaysBetween } from "./deadlines/between.ts"
import { deadlinesOf } from "./deadlines/deadlines-of.ts"
import { noticesWaiting } from "./live/notices.ts"
import { changedSinceRead } from "./versions/since-reading.ts"
import { waitingInChains } from "./walloon/waiting.ts"

/** What sittings ask: of whoever reads, their items; of whoever prepares, last days to lodge and reports that should have come. */
export const waiting = async (given: Circumstances): Promise<Waiting[]> => {
  const { actor, db, now } = given
  if (!actor.personId) return []
  const today = dayOf(now)
  const toRead = [
    ...(await noticesWaiting(today, given)),
    ...(await changedSinceRead(today, given)),
    ...(await unwritten(today, given)),
  ]
  const { rows: coming } = await sql<{ id: string; body_id: string; title: string; items: boolean }>`
    select s.id, s.body_id, s.title, exists (select from sitting_items i
             where (i.organisation_id, i.sitting_id) = (s.organisation_id, s.id) and i.removed_at is null) as items
      from sittings s
     where s.body_id in (${bodiesWhere("sittings.manage", actor.personId, today)})
       and s.starts >= ${today}::date and s.starts < ${today.add({ days: 63 })}::date and s.ended_at is null
     order by s.starts, s.id limit 50`.execute(db)
  const chained = await waitingInChains(given)
  if (coming.length === 0) return [...toRead, ...chained]
  const prepared = new Set(coming.map(({ id }) => id))
  const lodgings = await lodgingDaysBetween({ from: today, to: today.add({ days: DAYS_AHEAD }) }, given)
  return [
    ...toRead,
    ...chained,
    ...lodgings
      .filter(({ id }) => prepared.has(id))
      .map(({ id, body_id, title, what, day }) => ({
        key: "sittings.waiting.lodge",
        act: "sittings.waiting.open",
        facts: { what, title },
        at: `/seances/${id}`,
        due: day,
        body_id,
      })),
    ...(await overdue(
      coming.filter(({ items }) => !items),
      given,
    )),
  ]
}

/** What one was given to read, sitting by sitting, until its sheets are ready: until the eve, the others need the time. */
const unwritten = async (today: Temporal.PlainDate, { actor, db }: Circumstances): Promise<Waiting[]> => {
  const { rows } = await sql<{ id: string; body_id: string; title: string; day: Temporal.PlainDate; count: number }>`
    select s.id, s.body_id, s.title, s.starts::date as day, count(*)::int as count
      from sitting_items i
      join sittings s on (s.organisation_id, s.id) = (i.organisation_id, i.sitting_id)
      left join reading_sheets h on (h.organisation_id, h.item_id) = (i.organisation_id, i.id)
     where i.reader_id = ${actor.personId} and i.removed_at is null and h.ready_at is null and i.stance is null
       and s.starts >= ${today}::date and s.ended_at is null
       and s.body_id in (${bodiesOf(actor.personId!, today)})
     group by s.organisation_id, s.id order by s.starts limit 20`.execute(db)
  return rows.map(({ id, body_id, title, day, count }) => ({
    key: "sittings.waiting.read",
    act: "sittings.waiting.open",
    facts: { title, count },
    at: `/seances/${id}`,
    due: day.subtract({ days: 1 }),
    body_id,
  }))
}

/** Sittings of which nothing came although the day for it is past. */
const overdue = async (
  sittings: readonly { id: string; body_id: string; title: string }[],
  given: Circumstances,
): Promise<Waiting[]> => {
  const all = await deadlinesOf(
    sittings.map(({ id }) => id),
    given,
  )
  return sittings.flatMap(({ id, body_id, title }) => {
    const reports = all.get(id)?.find(({ kind, late }) => kind === "reports" && late)
    return reports
      ? [
          {
            key: "sittings.waiting.reports",
            act: "sittings.waiting.open",
            facts: { title },
            at: `/seances/${id}`,
            due: reports.last_lawful,
            body_id,
          },
        ]
      : []
  })
}
