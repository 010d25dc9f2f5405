import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { ruleOf } from "../../bodies/contract.ts"

/** How long before it is done an erasure is announced: time for the secretariat to say that it must not be. */
export const DAYS_OF_NOTICE = 30

/** The longest anybody is looked back at in one night: the rest waits for the next. */
const MOST = 2000

type Candidate = { person_id: string; body_id: string; last_link: Temporal.PlainDate }

/**
 * Announces the erasure of those whose every link ended longer ago than the rulebook of their last body keeps former members
 * and contacts (LAW.md §4): no membership, mandate or account in use, nothing received, nowhere present since. Takes back the
 * announcement of whoever has a link again. Answers how many were announced.
 */
export const announceErasures = async (given: Circumstances): Promise<number> => {
  const { actor, db, now } = given
  const today = dayOf(now)
  await sql`delete from erasures_due e using people p
     where (p.organisation_id, p.id) = (e.organisation_id, e.person_id)
       and (${lastLink(today)} is null or ${lastLink(today)} > e.last_link)`.execute(db)
  const { rows } = await sql<Candidate>`
    select c.person_id, c.body_id, c.last_link from (
      select p.id as person_id, ${lastLink(today)} as last_link, (
               select body_id from (select body_id, until from memberships m where m.person_id = p.id
                              union all select body_id, until from mandates m where m.person_id = p.id) as places
                order by until desc nulls first limit 1) as body_id
        -- "offset 0": asked of all at once, before the rest is asked of each. Nearly everybody has a link that lasts.
        from (select p.id, p.created_at from people p where p.erased_on is null
         and not exists (select from memberships m where m.person_id = p.id and m.ring <> 'former' and (m.until is null or m.until >= ${today}::date))
         and not exists (select from erasures_due e where (e.organisation_id, e.person_id) = (p.organisation_id, p.id)
                            and (e.kept_until is null or e.kept_until > ${today}::date)) offset 0) p) as c
     where c.body_id is not null and c.last_link < ${today.subtract({ months: 1 })}::date
     order by c.last_link limit ${MOST}`.execute(db)
  const kept = new Map<string, number | null>()
  let announced = 0
  for (const { person_id, body_id, last_link } of rows) {
    if (!kept.has(body_id)) kept.set(body_id, await monthsKept(body_id, given))
    const months = kept.get(body_id)
    if (!months || Temporal.PlainDate.compare(last_link.add({ months }), today) > 0) continue
    await sql`insert into erasures_due (organisation_id, person_id, body_id, rule_key, last_link, announced_on, due)
      values (${actor.organisation}, ${person_id}, ${body_id}, 'eu.all.privacy.keep_former', ${last_link}::date, ${today}::date,
              ${today.add({ days: DAYS_OF_NOTICE })}::date)
      on conflict (organisation_id, person_id) do update set body_id = excluded.body_id, last_link = excluded.last_link,
        announced_on = excluded.announced_on, due = excluded.due, kept_until = null, kept_reason = null, kept_by = null`.execute(
      db,
    )
    announced++
  }
  return announced
}

const monthsKept = async (bodyId: string, { db, now }: Circumstances): Promise<number | null> => {
  const rule = await ruleOf(bodyId, "eu.all.privacy.keep_former", dayOf(now), db)
  return typeof rule?.value === "number" ? rule.value : null
}

/** SQL on `p`: the last day of any link; null while one lasts. "Former" is what one becomes by leaving: it is not a link. */
const lastLink = (today: Temporal.PlainDate) => sql`(
  case when exists (select from memberships m where m.person_id = p.id and m.ring <> 'former' and (m.until is null or m.until >= ${today}::date))
         or exists (select from mandates m where m.person_id = p.id and (m.until is null or m.until >= ${today}::date))
         or exists (select from privacy_requests r where r.person_id = p.id and r.state = 'open') then null
  else greatest(
    (select max(case when m.ring = 'former' then m.since else m.until end) from memberships m where m.person_id = p.id),
    (select max(m.until) from mandates m where m.person_id = p.id),
    (select max(a.arrived_at)::date from attendances a where a.person_id = p.id),
    (select max(i.answered_at)::date from invitations i where i.person_id = p.id),
    (p.created_at at time zone 'Europe/Brussels')::date) end)`
