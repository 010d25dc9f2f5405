import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import type { Waiting } from "../../kernel/waiting.ts"
import { isOld, QUIET_DAYS } from "./asking/ask.ts"
import { bodiesWhere } from "../mandates/contract.ts"

/** What one was asked to say and has not; for who keeps the file, whose answers are a year old, and how many never came when they are more than half. None of it must be done. */
export const waiting = async ({ actor, db, now }: Circumstances): Promise<Waiting[]> => {
  const me = actor.personId!
  const today = dayOf(now)
  const { rows: mine } = await sql<{ body_id: string; body: string }>`
    select h.body_id, b.name as body from skill_sheets h join bodies b on b.id = h.body_id and b.closed_on is null
     where h.person_id = ${me} and h.asked_on is not null and h.confirmed_on is null and h.declined_on is null limit 5`.execute(
    db,
  )
  const { rows: old } = await sql<{ body_id: string; count: number }>`
    select h.body_id, count(*)::int as count from skill_sheets h
     where h.withdrawn_on is null and h.declined_on is null and ${isOld(sql`h`, today)}
       and (h.asked_on is null or h.asked_on <= ${today.subtract({ days: QUIET_DAYS })}::date)
       and h.body_id in (
             select body_id from mandates where person_id = ${me} and since <= ${today}::date and (until is null or until >= ${today}::date))
       and h.body_id in (${bodiesWhere("people.manage", me, today)})
     group by h.body_id`.execute(db)
  // Of the body where one holds one's function, not of the thousands below: this is asked at every page.
  const { rows: silent } = await sql<{ body_id: string; count: number }>`
    select h.body_id, (count(*) filter (where h.confirmed_on is null))::int as count from skill_sheets h
     where h.asked_on is not null and h.body_id in (
             select body_id from mandates where person_id = ${me} and since <= ${today}::date and (until is null or until >= ${today}::date))
       and h.body_id in (${bodiesWhere("people.manage", me, today)})
     group by h.body_id having count(*) filter (where h.confirmed_on is null) * 2 > count(*)`.execute(db)
  return [
    ...mine.map(({ body_id, body }) => ({
      key: "skills.waiting.mine",
      act: "skills.waiting.mine.act",
      facts: { body },
      at: `/competences/personnes/${me}?instance=${body_id}`,
      body_id,
      optional: true,
    })),
    ...old.map(({ body_id, count }) => ({
      key: "skills.waiting.old",
      act: "skills.waiting.old.act",
      facts: { count },
      at: `/competences/inviter?instance=${body_id}`,
      body_id,
      optional: true,
    })),
    ...silent.map(({ body_id, count }) => ({
      key: "skills.waiting.silent",
      act: "skills.waiting.silent.act",
      facts: { count },
      at: `/competences/inviter?instance=${body_id}`,
      body_id,
      optional: true,
    })),
  ]
}
