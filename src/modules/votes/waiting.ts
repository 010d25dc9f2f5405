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
     where ${open} and b.manner = 'named' and (b.ends_at is null or b.ends_at > ${now}) and ${isEntitled(sql`b.roll_id`, me)}
       and not exists (select from ballot_votes v
             where (v.organisation_id, v.ballot_id) = (b.organisation_id, b.id) and v.person_id = ${me})
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
  return [...mine.map(say("cast")), ...over.map(say("close"))]
}
