import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { DAYS_AHEAD, type Waiting } from "../../kernel/waiting.ts"
import { bodiesWhere } from "../mandates/contract.ts"
import { staleBefore } from "./file/stale.ts"

export const waiting = async (given: Circumstances): Promise<Waiting[]> => [
  ...(await unanswered(given)),
  ...(await atHome(given)),
]

/** The requests somebody made, and whose answer is due; while they still read the file. */
const unanswered = async ({ actor, db, now }: Circumstances): Promise<Waiting[]> => {
  const me = actor.personId
  if (!me) return []
  const today = dayOf(now)
  const { rows } = await sql<{
    id: string
    body_id: string
    about: string
    answer_due: Temporal.PlainDate
    who: string | null
  }>`
    select e.id, e.body_id, e.about, e.answer_due,
           (select string_agg(concat_ws(' ', c.given_name, c.name), ', ') from exchange_theirs t
              join counterparts c on (c.organisation_id, c.id) = (t.organisation_id, t.counterpart_id)
             where (t.organisation_id, t.exchange_id) = (e.organisation_id, e.id)) as who
      from exchanges e
     where e.state = 'waiting' and e.answer_due <= ${today.add({ days: DAYS_AHEAD })}::date
       and (e.logged_by = ${me} or exists (select from exchange_ours o
             where (o.organisation_id, o.exchange_id) = (e.organisation_id, e.id) and o.person_id = ${me}))
       and e.body_id in (${bodiesWhere("counterparts.read", me, today)})
     order by e.answer_due limit 50`.execute(db)
  return rows.map(({ id, body_id, about, answer_due, who }) => ({
    key: "exchanges.waiting.answer",
    act: "exchanges.waiting.answer.act",
    facts: { about, who: who ?? "" },
    at: `/interlocuteurs/echanges/${id}`,
    due: answer_due,
    body_id,
  }))
}

/** For each file somebody keeps by a mandate in that very body: how many mails wait for a name, how many records for a look. */
const atHome = async (given: Circumstances): Promise<Waiting[]> => {
  const { actor, db, now } = given
  const today = dayOf(now)
  const { rows: files } = await sql<{ body_id: string; name: string }>`
    select distinct b.id as body_id, b.name from mandates m join bodies b on (b.organisation_id, b.id) = (m.organisation_id, m.body_id)
     where m.person_id = ${actor.personId} and m.since <= ${today}::date and (m.until is null or m.until >= ${today}::date)
       and b.id in (${bodiesWhere("counterparts.manage", actor.personId!, today)})`.execute(db)
  const lines: Waiting[] = []
  for (const { body_id, name } of files) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from counterparts
       where body_id = ${body_id} and ended_on is null and fresh_on < ${await staleBefore(body_id, given)}::date`.execute(
      db,
    )
    const { rows: mails } = await sql<{ count: number }>`
      select count(*)::int as count from exchange_mails where body_id = ${body_id}`.execute(db)
    if (mails[0]!.count > 0)
      lines.push({
        key: "exchanges.waiting.mails",
        act: "exchanges.waiting.mails.act",
        facts: { count: mails[0]!.count, body: name },
        at: `/interlocuteurs/courriels?instance=${body_id}`,
        body_id,
      })
    const { rows: soon } = await sql<{ count: number; first: Temporal.PlainDate | null }>`
      select count(*)::int as count, min(forget_on) as first from counterparts
       where body_id = ${body_id} and forget_on is not null`.execute(db)
    if (soon[0]!.count > 0)
      lines.push({
        key: "counterparts.waiting.forget",
        act: "counterparts.waiting.forget.act",
        facts: { count: soon[0]!.count, body: name },
        at: `/interlocuteurs?state=forgetting&instance=${body_id}`,
        due: soon[0]!.first,
        body_id,
      })
    if (rows[0]!.count > 0)
      lines.push({
        key: "counterparts.waiting.stale",
        act: "counterparts.waiting.stale.act",
        facts: { count: rows[0]!.count, body: name },
        at: `/interlocuteurs?state=stale&instance=${body_id}`,
        body_id,
        optional: true,
      })
  }
  return lines
}
