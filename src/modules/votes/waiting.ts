import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import type { Waiting } from "../../kernel/waiting.ts"
import { bodiesWhere } from "../mandates/contract.ts"
import { isEntitled } from "../members/contract.ts"

type Line = { id: string; body_id: string; title: string; zone: string; ends_at: Temporal.Instant | null }

const open = sql`b.opened_at is not null and b.closed_at is null and b.cancelled_at is null`
const from = sql`from ballots b join bodies k on (k.organisation_id, k.id) = (b.organisation_id, b.body_id)`

/** The votes open to somebody who has not voted, and those that wait for whoever counts them. */
export const waiting = async ({ actor, db, now }: Circumstances): Promise<Waiting[]> => {
  const me = actor.personId!
  const { rows: mine } = await sql<Line>`
    select b.id, b.body_id, b.title, k.zone, b.ends_at ${from}
     where ${open} and b.manner in ('named', 'secret') and (b.ends_at is null or b.ends_at > ${now}) and ${isEntitled(sql`b.roll_id`, me)}
       and not exists (select from ballot_votes v
             where (v.organisation_id, v.ballot_id) = (b.organisation_id, b.id) and v.person_id = ${me})
       and not exists (select from ballot_signatures s
             where (s.organisation_id, s.ballot_id) = (b.organisation_id, b.id) and s.person_id = ${me})
     order by b.ends_at, b.id limit 20`.execute(db)
  const { rows: over } = await sql<Line>`
    select b.id, b.body_id, b.title, k.zone, b.ends_at ${from}
     where ${open} and b.ends_at <= ${now} and b.body_id in (${bodiesWhere("decisions.manage", me, dayOf(now))})
     order by b.ends_at, b.id limit 20`.execute(db)
  const say = (kind: "cast" | "close") => (one: Line) => ({
    key: `votes.waiting.${kind}`,
    act: `votes.waiting.${kind}.act`,
    facts: { title: one.title },
    at: `/votes/${one.id}`,
    body_id: one.body_id,
    due: one.ends_at && dayOf(one.ends_at, one.zone),
  })
  return [
    ...mine.map(say("cast")),
    ...over.map(say("close")),
    ...(await asTeller(me, { db, now })),
    ...(await following(me, { db, now })),
  ]
}

type Duty = { id: string; body_id: string; title: string; does: "key" | "urns" | "rehearse" | "opening" }

/** What a teller is waited for: a key, urns that are all that is missing, a rehearsal, urns that are over and not opened twice. */
const asTeller = async (me: string, { db, now }: Pick<Circumstances, "db" | "now">): Promise<Waiting[]> => {
  const secret = sql`b.organisation_id = o.organisation_id and b.operation_id = o.id and b.manner = 'secret' and b.cancelled_at is null`
  const others = sql`operation_tellers t2 where (t2.organisation_id, t2.operation_id) = (o.organisation_id, o.id)`
  const unlaid = sql`${secret} and b.opened_at is null and not exists (
    select from ballot_urns u where (u.organisation_id, u.ballot_id) = (b.organisation_id, b.id))`
  // An urn laid before there were trials cannot be rehearsed.
  const unrehearsed = sql`${secret} and b.opened_at is null and exists (
    select from ballot_urns u where (u.organisation_id, u.ballot_id) = (b.organisation_id, b.id) and u.urn->'trial' is not null
       and not exists (select from urn_rehearsals r where (r.organisation_id, r.ballot_id) = (b.organisation_id, b.id)
             and r.urn_key = u.urn->>'key' and r.ended_at is not null and r.found))`
  const { rows } = await sql<Duty>`
    select o.id, o.body_id, o.title, case
        when t.key is null then 'key'
        when exists (select from ballots b where ${secret} and b.opened_at is not null and b.closed_at is null and b.ends_at <= ${now}) then 'opening'
        when exists (select from ballots b where ${unlaid}) then 'urns'
        else 'rehearse' end as does
      from operation_tellers t
      join voting_operations o on (o.organisation_id, o.id) = (t.organisation_id, t.operation_id)
     where t.person_id = ${me} and (
       t.key is null and exists (select from ballots b where ${secret} and b.opened_at is null)
       or not exists (select from ${others} and t2.key is null)
          and (exists (select from ballots b where ${unlaid}) or exists (select from ballots b where ${unrehearsed}))
       or exists (select from ballots b where ${secret} and b.opened_at is not null and b.closed_at is null and b.ends_at <= ${now}
            and (select count(*) from ballot_openings p where (p.organisation_id, p.ballot_id) = (b.organisation_id, b.id) and p.opened is not null) < 2
            and not exists (select from ballot_openings p
                  where (p.organisation_id, p.ballot_id) = (b.organisation_id, b.id) and p.teller_id = ${me} and p.opened is not null)))
     order by o.prepared_at desc limit 20`.execute(db)
  return rows.map(({ id, body_id, title, does }) => ({
    key: `votes.waiting.${does}`,
    act: `votes.waiting.${does}.act`,
    facts: { title },
    at: `/votes/operations/${id}/urnes`,
    body_id,
    due: null,
  }))
}

const DAYS = 60

type Following = Pick<Line, "id" | "body_id" | "title"> & { does: "proclaim" | "settle" }

/** Elections that wait to be proclaimed, unless their mandates were recorded by hand meanwhile, for who may do all of it; and what was said against a vote, for who answers it. */
const following = async (me: string, { db, now }: Pick<Circumstances, "db" | "now">): Promise<Waiting[]> => {
  const within = (capability: "decisions.manage" | "mandates.manage") =>
    sql`b.body_id in (${bodiesWhere(capability, me, dayOf(now))})`
  const { rows } = await sql<Following>`
    select b.id, b.body_id, b.title, 'proclaim' as does from ballots b
     where b.closed_at > ${now.subtract({ hours: 24 * DAYS })} and b.function_id is not null
       and ${within("decisions.manage")} and ${within("mandates.manage")}
       and jsonb_array_length(b.result->'count'->'elected') > 0 and b.result->'count'->'open' = 'null'
       and not exists (select from ballot_proclamations o where (o.organisation_id, o.ballot_id) = (b.organisation_id, b.id))
       and not exists (
         select from ballot_candidates c
           join mandates m on (m.organisation_id, m.person_id, m.function_id) = (c.organisation_id, c.person_id, b.function_id)
          where (c.organisation_id, c.ballot_id) = (b.organisation_id, b.id)
            and b.result->'count'->'elected' @> to_jsonb(c.place) and m.since >= b.on_day)
    union all
    select b.id, b.body_id, b.title, 'settle' from ballots b
     where ${within("decisions.manage")} and exists (
       select from ballot_contests c where (c.organisation_id, c.ballot_id) = (b.organisation_id, b.id)
          and c.settled_at is null and c.person_id <> ${me})
     order by title, id limit 20`.execute(db)
  return rows.map(({ id, body_id, title, does }) => ({
    key: `votes.waiting.${does}`,
    act: `votes.waiting.${does}.act`,
    facts: { title },
    at: `/votes/${id}`,
    body_id,
    due: null,
  }))
}
