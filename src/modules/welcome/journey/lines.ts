import { type RawBuilder, sql } from "kysely"
import type { Db } from "../../../kernel/db.ts"
import type { NewcomerState, StepKind, Wish } from "../tables.ts"

export type Line = {
  id: string
  body_id: string
  given_name: string
  family_name: string
  name: string
  email: string | null
  phone: string | null
  town: string | null
  wish: Wish
  source: string
  state: NewcomerState
  confirmed_at: Temporal.Instant
  contacted_at: Temporal.Instant | null
  paused_until: Temporal.PlainDate | null
  ended_at: Temporal.Instant | null
  forgotten_at: Temporal.Instant | null
  person_id: string | null
  welcomer_id: string | null
  welcomer: string | null
  place: number | null
  step: string | null
  kind: StepKind | null
  due: Temporal.PlainDate | null
  /** Whoever was named for the step that is open; null: whoever welcomes. */
  step_of_id: string | null
  step_of: string | null
  next: string | null
}

/** Newcomers with the step that is open and the one after it; `where` and the order are SQL on `n` and `s`, the open step. */
export const lines = async (
  { where, order, limit }: { where: RawBuilder<unknown>; order: RawBuilder<unknown>; limit: number },
  db: Db,
): Promise<Line[]> => {
  const { rows } = await sql<Line>`
    select n.id, n.body_id, n.given_name, n.family_name, n.given_name || ' ' || n.family_name as name, n.email, n.phone, n.town, n.wish,
           n.source, n.state, n.confirmed_at, n.contacted_at, n.paused_until, n.ended_at, n.forgotten_at, n.person_id, n.welcomer_id,
           w.given_name || ' ' || w.family_name as welcomer, s.place, s.title as step, s.kind, s.due,
           s.person_id as step_of_id, (select o.given_name || ' ' || o.family_name from people o where o.id = s.person_id) as step_of,
           (select t.title from newcomer_steps t where t.newcomer_id = n.id and t.done_at is null and t.place > s.place
             order by t.place limit 1) as next
      from newcomers n
      left join people w on (w.organisation_id, w.id) = (n.organisation_id, n.welcomer_id)
      left join lateral (select * from newcomer_steps t where t.newcomer_id = n.id and t.done_at is null
                          order by t.place limit 1) as s on n.state in ('open', 'paused')
     where ${where} order by ${order} limit ${limit}`.execute(db)
  return rows
}
