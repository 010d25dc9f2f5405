import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import type { Waiting } from "../../kernel/waiting.ts"
import { bodiesOf, bodiesWhere } from "../mandates/contract.ts"

type Line = { id: string; body_id: string; title: string; zone: string; ends_at: Temporal.Instant; count: number }
type Kind = "open" | "examine" | "close" | "moderate" | "answer"

const MOST = 10
const call = sql`c.id, c.body_id, c.title, k.zone, c.ends_at`
const from = sql`from calls c join bodies k on (k.organisation_id, k.id) = (c.organisation_id, c.body_id)`
const standing = sql`(s.organisation_id, s.call_id) = (c.organisation_id, c.id) and s.withdrawn_at is null`
const current = sql`c.published_at is not null and c.closed_at is null and c.cancelled_at is null`

/** The calls one may answer, and need not; for whoever manages them what is to be examined, let through, closed; the questions put to a candidate. */
export const waiting = async ({ actor, db, now }: Circumstances): Promise<Waiting[]> => {
  const me = actor.personId!
  const today = dayOf(now)
  const managed = sql`c.body_id in (${bodiesWhere("decisions.manage", me, today)})`
  const ask = async (query: ReturnType<typeof sql>) => (await (query as ReturnType<typeof sql<Line>>).execute(db)).rows
  const open = await ask(sql`
    select ${call}, 0 as count ${from} where ${current} and c.ends_at > ${now} and c.body_id in (${bodiesOf(me, today)})
       and not exists (select from candidacies s where ${standing} and s.person_id = ${me}) order by c.ends_at, c.id limit ${MOST}`)
  const examine = await ask(sql`
    select ${call}, n.count ${from} cross join lateral (
        select count(*)::int as count from candidacies s where ${standing} and s.admitted is null) n
     where ${current} and n.count > 0 and ${managed} order by c.ends_at, c.id limit ${MOST}`)
  const close = await ask(sql`
    select ${call}, 0 as count ${from} where ${current} and c.ends_at <= ${now} and ${managed} order by c.ends_at, c.id limit ${MOST}`)
  const moderate = await ask(sql`
    select ${call}, n.count ${from} join (
        select organisation_id, call_id, count(*)::int as count from call_questions
         where shown_at is null and aside_at is null group by organisation_id, call_id) n
      on (n.organisation_id, n.call_id) = (c.organisation_id, c.id)
     where c.cancelled_at is null and ${managed} order by c.ends_at, c.id limit ${MOST}`)
  const answer = await ask(sql`
    select ${call}, n.count ${from} join candidacies s on ${standing} and s.person_id = ${me} and s.admitted is distinct from false
     cross join lateral (
        select count(*)::int as count from call_questions q
         where (q.organisation_id, q.call_id) = (c.organisation_id, c.id) and q.shown_at is not null and q.aside_at is null
           and (q.candidacy_id is null or q.candidacy_id = s.id)
           and not exists (select from call_answers a where (a.organisation_id, a.question_id) = (q.organisation_id, q.id) and a.candidacy_id = s.id)) n
     where c.cancelled_at is null and n.count > 0 order by c.ends_at, c.id limit ${MOST}`)
  return [
    ...open.map(say("open")),
    ...examine.map(say("examine")),
    ...close.map(say("close")),
    ...moderate.map(say("moderate")),
    ...answer.map(say("answer")),
  ]
}

const say =
  (kind: Kind) =>
  ({ id, body_id, title, count, ends_at, zone }: Line): Waiting => ({
    key: `calls.waiting.${kind}`,
    act: `calls.waiting.${kind}.act`,
    facts: { title, count },
    at: `/appels/${id}`,
    body_id,
    due: kind === "open" || kind === "close" ? dayOf(ends_at, zone) : null,
    ...((kind === "open" || kind === "answer") && { optional: true }),
  })
