import { type RawBuilder, sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { isMatterSeen, withBelow } from "../../matters/contract.ts"
import { openStates } from "../../texts/contract.ts"
import type { Kind } from "../tables.ts"
import { isEntrySeen, placesOf } from "../visible.ts"

export type SaidLine = {
  kind: Kind
  id: string
  title: string
  meeting_id: string | null
  item_id: string | null
  /** The day it left, was decided or was said; else the day it was last touched. */
  at: Temporal.Instant
  confidential: boolean
  matter_id: string | null
  matter_title: string | null
  body_name: string
  /** Whose text it is, who took the position, who noted the exchange. */
  who: string | null
  /** The kind of a text or of an exchange. */
  of_kind: string | null
  /** What became of a text, of an item, of a decision. */
  state: string | null
  stance: string | null
  excerpt: string | null
}

export type SaidWanted = {
  q: string
  matterId?: string | undefined
  themeId?: string | undefined
  bodyId?: string | undefined
  limit: number
  offset: number
}

/** What we say: not what others sent us, nor what we have still to say. */
const kinds: readonly Kind[] = ["text", "decision", "minutes", "exchange", "sitting_item"]

/** What was said by us with these words, on a matter or a theme, the last first, within what the actor may see. */
export const findSaid = async (wanted: SaidWanted, { actor, db, now }: Circumstances): Promise<SaidLine[]> => {
  const [me, today] = [actor.personId!, dayOf(now)]
  const query = sql`(select search_query(${wanted.q}, false))`
  const ofMatters = mattersOf(wanted, me, today)
  const { rows } = await sql<SaidLine>`
    select s.kind, s.id, s.title, s.meeting_id, s.item_id, s.day as at, s.confidential, s.matter_id, x.title as matter_title,
           b.name as body_name, s.who, s.of_kind, s.state, s.stance,
           ${
             wanted.q
               ? sql`case when ts_filter(s.words, '{b}') @@ ${query} then search_excerpt(s.text, ${query}, 32, 16, 1) end`
               : sql`nullif(left(regexp_replace(left(s.text, 1000), '\\s+', ' ', 'g'), 220), '')`
           } as excerpt
      from (select s.*, d.matter_id, d.who, d.of_kind, d.state, d.stance, coalesce(d.day, s.at) as day
              from ${wanted.q ? byWords(wanted.q, me, today) : byMatter(ofMatters!)} f
              cross join lateral (select e.* from search_entries e
                where (e.organisation_id, e.kind, e.id) = (current_org(), f.kind, f.id) offset 0) s
              join lateral (${details}) d on true
             where ${isEntrySeen(me, today)} and ${wanted.bodyId ? sql`s.body_id = ${wanted.bodyId}` : sql`true`}
               and ${ofMatters ? sql`d.matter_id in ${ofMatters}` : sql`true`}
             order by day desc, s.id limit ${wanted.limit} offset ${wanted.offset}) s
      join bodies b on (b.organisation_id, b.id) = (s.organisation_id, s.body_id)
      left join lateral (select x.title from matters x
        where (x.organisation_id, x.id) = (s.organisation_id, s.matter_id) and ${isMatterSeen(me, today)}) x on true
     order by s.day desc, s.id`.execute(db)
  return rows.map((row) => (row.matter_title === null ? { ...row, matter_id: null } : row))
}

const byWords = (q: string, me: string, today: Temporal.PlainDate) => {
  const { bodies, meetings } = placesOf(me, today)
  return sql`search_words(${q}, false, ${bodies}, ${meetings}, ${[...kinds]}::text[])`
}

/** SQL: the matters looked at, those that are seen; null: any. */
const mattersOf = ({ matterId, themeId }: SaidWanted, me: string, today: Temporal.PlainDate) =>
  matterId || themeId
    ? sql`(select x.id from matters x where ${isMatterSeen(me, today)}
        and ${matterId ? sql`x.id = ${matterId}` : sql`true`} and ${themeId ? sql`x.theme_id in ${withBelow(themeId)}` : sql`true`})`
    : null

const byMatter = (matters: RawBuilder<unknown>) => sql`(
  with these as materialized ${matters}
  select 'text' as kind, w.id from texts w where w.matter_id in (select id from these)
  union all select 'decision', d.id from decisions d where d.matter_id in (select id from these)
  union all select 'sitting_item', i.id from sitting_items i where i.matter_id in (select id from these)
  union all select 'exchange', e.id from exchanges e where e.matter_id in (select id from these)
  union all select 'minutes', a.id from agenda_items a where a.matter_id in (select id from these))`

const named = (alias: string) => sql.raw(`${alias}.given_name || ' ' || ${alias}.family_name`)
const stillOurs = sql`w.state in (${sql.join([...openStates, "dropped"].map((one) => sql.lit(one)))})
  or (w.state in ('validated', 'signed') and w.kind <> 'argument_sheet')`

// A text that has not left says nothing yet, a sheet does once somebody answered for it; an item does once there is a position, or an outcome.
const details = sql`
  select w.matter_id, ${named("p")} as who, w.kind as of_kind, w.state, null as stance,
         w.lodged_on::timestamp at time zone 'Europe/Brussels' as day
    from texts w left join people p on (p.organisation_id, p.id) = (w.organisation_id, w.author_id)
   where s.kind = 'text' and (w.organisation_id, w.id) = (s.organisation_id, s.id) and not (${stillOurs})
  union all
  select d.matter_id, null, null, case when d.adopted then 'adopted' else 'rejected' end, null, d.taken_at
    from decisions d where s.kind = 'decision' and (d.organisation_id, d.id) = (s.organisation_id, s.id)
  union all
  select i.matter_id, ${named("p")}, null, i.outcome, i.stance, null
    from sitting_items i left join people p on (p.organisation_id, p.id) = (i.organisation_id, i.stance_by)
   where s.kind = 'sitting_item' and (i.organisation_id, i.id) = (s.organisation_id, s.id) and (i.stance is not null or i.outcome is not null)
  union all
  select e.matter_id, ${named("p")}, e.kind, null, null, null
    from exchanges e left join people p on (p.organisation_id, p.id) = (e.organisation_id, e.logged_by)
   where s.kind = 'exchange' and (e.organisation_id, e.id) = (s.organisation_id, s.id)
  union all
  select (select a.matter_id from agenda_items a where (a.organisation_id, a.id) = (s.organisation_id, s.item_id)), null, null, null, null, null
   where s.kind = 'minutes'`
