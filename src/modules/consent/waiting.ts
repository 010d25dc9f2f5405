import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import type { Waiting } from "../../kernel/waiting.ts"
import { bodiesWhere } from "../mandates/contract.ts"
import { bodiesLed } from "./seen.ts"

type Line = { id: string; body_id: string; what: string; does: string }

const MOST = 10
const DAYS = 60
const open = sql`e.opened_at is not null and e.elected_at is null and e.closed_at is null`
const columns = sql`e.id, e.body_id, coalesce(e.role, f.name_n) as what`
const from = sql`consent_elections e left join functions f on (f.organisation_id, f.id) = (e.organisation_id, e.function_id)`
const key = sql`(e.organisation_id, e.id)`
// Of those who take part, without the person proposed: nobody is waited for.
const othersAnswered = sql`(r.went_on_at is not null or not exists (
  select from consent_participants o where (o.organisation_id, o.election_id) = ${key} and o.person_id <> r.person_id
     and not exists (select from consent_answers a
           where (a.organisation_id, a.proposal_id, a.person_id) = (r.organisation_id, r.id, o.person_id))))`

/** What is asked of somebody who takes part or is proposed, and the elections in which all have spoken, for whoever moves them on. */
export const waiting = async ({ actor, db, now }: Circumstances): Promise<Waiting[]> => {
  const me = actor.personId!
  const ask = async (query: ReturnType<typeof sql>) => (await (query as ReturnType<typeof sql<Line>>).execute(db)).rows
  const mine = await ask(sql`
    select ${columns}, case when e.revealed_at is null then 'name' when e.settled_at is null then 'change' else 'answer' end as does
      from consent_participants s
      join ${from} on ${key} = (s.organisation_id, s.election_id)
      left join consent_nominations n on (n.organisation_id, n.election_id, n.person_id) = (s.organisation_id, s.election_id, s.person_id)
      left join consent_proposals r on (r.organisation_id, r.id) = (e.organisation_id, e.proposal_id)
     where s.person_id = ${me} and ${open} and (
       e.revealed_at is null and n.person_id is null
       or e.changes_at is not null and e.settled_at is null and n.person_id is not null and n.turned_at is null
       or r.person_id <> s.person_id and not exists (select from consent_answers a
            where (a.organisation_id, a.proposal_id, a.person_id) = (r.organisation_id, r.id, s.person_id)))
     order by e.opened_at desc limit ${MOST}`)
  const proposed = await ask(sql`
    select ${columns}, 'accept' as does from consent_proposals r
      join ${from} on (e.organisation_id, e.proposal_id) = (r.organisation_id, r.id)
     where r.person_id = ${me} and ${open} and ${othersAnswered}
       and not exists (select from consent_answers a
             where (a.organisation_id, a.proposal_id, a.person_id) = (r.organisation_id, r.id, r.person_id))
     order by e.opened_at desc limit ${MOST}`)
  const led = await ask(sql`
    select ${columns}, 'lead' as does from ${from}
      left join consent_proposals r on (r.organisation_id, r.id) = (e.organisation_id, e.proposal_id)
     where ${open} and e.body_id in ${bodiesLed(me, dayOf(now))} and case
       when e.changes_at is null and e.revealed_at is not null then true
       when e.settled_at is not null and e.proposal_id is null then true
       when e.proposal_id is not null then ${othersAnswered} and exists (select from consent_answers a
            where (a.organisation_id, a.proposal_id, a.person_id) = (r.organisation_id, r.id, r.person_id))
       else not exists (select from consent_participants s
              left join consent_nominations n on (n.organisation_id, n.election_id, n.person_id) = (s.organisation_id, s.election_id, s.person_id)
             where (s.organisation_id, s.election_id) = ${key}
               and case when e.revealed_at is null then n.person_id is null else n.person_id is not null and n.turned_at is null end)
       end
     order by e.opened_at desc limit ${MOST}`)
  const within = (capability: "decisions.manage" | "mandates.manage") =>
    sql`e.body_id in (${bodiesWhere(capability, me, dayOf(now))})`
  // Unless the mandate was recorded by hand meanwhile.
  const elected = await ask(sql`
    select ${columns}, 'proclaim' as does from ${from}
      join consent_proposals r on (r.organisation_id, r.id) = (e.organisation_id, e.proposal_id)
     where e.elected_at > ${now.subtract({ hours: 24 * DAYS })} and e.function_id is not null
       and ${within("decisions.manage")} and ${within("mandates.manage")}
       and not exists (select from consent_proclamations o where (o.organisation_id, o.election_id) = ${key})
       and not exists (select from mandates m
             where (m.organisation_id, m.person_id, m.function_id) = (e.organisation_id, r.person_id, e.function_id)
               and m.since >= (e.elected_at at time zone 'UTC')::date)
     order by e.elected_at desc limit ${MOST}`)
  return [...mine, ...proposed, ...led, ...elected].map(({ id, body_id, what, does }) => ({
    key: `consent.waiting.${does}`,
    act: `consent.waiting.${does}.act`,
    facts: { what },
    at: `/elections-sans-candidat/${id}`,
    body_id,
    due: null,
  }))
}
