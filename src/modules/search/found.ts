import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import type { Kind } from "./tables.ts"
import { isEntrySeen, placesOf } from "./visible.ts"

export type Hit = {
  kind: Kind
  id: string
  title: string
  body_name: string
  meeting_id: string | null
  item_id: string | null
  at: Temporal.Instant
  /** With the words asked for between U+E000 and U+E001; null when only the title holds them or none was asked. */
  excerpt: string | null
  confidential: boolean
  count: number
}

export type Asked = {
  q: string
  kinds: readonly Kind[]
  /** The last word may be unfinished: the person is still typing. */
  begins: boolean
  bodyId?: string | undefined
  latest?: boolean
  limit: number
  offset: number
  excerpts?: boolean
}

/** What the words asked for are found in, within what the actor may see, best first. */
export const findWords = async (asked: Asked, { actor, db, now }: Circumstances): Promise<Hit[]> => {
  const me = actor.personId!
  const today = dayOf(now)
  const { bodies, meetings } = placesOf(me, today)
  // A subquery, so that it is made once.
  const query = sql`(select search_query(${asked.q}, ${asked.begins}))`
  const { rows } = await sql<Hit>`
    select s.kind, s.id, s.title, b.name as body_name, s.meeting_id, s.item_id, s.at, s.confidential, s.count,
           ${
             asked.excerpts
               ? // The words of the text weigh B, those of the title A.
                 sql`case when ts_filter(s.words, '{b}') @@ ${query} then search_excerpt(s.text, ${query}, 28, 10, 2) end`
               : sql`null::text`
           } as excerpt
      from (select s.*, f.rank, count(*) over ()::int as count
              from search_words(${asked.q}, ${asked.begins}, ${bodies}, ${meetings}, ${[...asked.kinds]}::text[]) f
              cross join lateral (select e.* from search_entries e
                where (e.organisation_id, e.kind, e.id) = (current_org(), f.kind, f.id) offset 0) s
             where ${isEntrySeen(me, today)} and ${asked.bodyId ? sql`s.body_id = ${asked.bodyId}` : sql`true`}
             order by ${asked.latest ? sql`s.at desc` : sql`f.rank desc, s.at desc`}, s.id
             limit ${asked.limit} offset ${asked.offset}) s
      join bodies b on (b.organisation_id, b.id) = (s.organisation_id, s.body_id)
     order by ${asked.latest ? sql`s.at desc` : sql`s.rank desc, s.at desc`}, s.id`.execute(db)
  return rows
}

// Private use, written by search_excerpt: no keyboard makes them, and what is asked of the database cannot mistake them for markup.
const OPEN = "\ue000"
const CLOSE = "\ue001"

export type Piece = { text: string; found: boolean }

/** An excerpt in pieces, for a screen to draw without ever reading markup. */
export const pieces = (excerpt: string): Piece[] =>
  excerpt
    .split(OPEN)
    .flatMap((part, index) => {
      if (index === 0) return [{ text: part, found: false }]
      const [found = "", ...rest] = part.split(CLOSE)
      return [
        { text: found, found: true },
        { text: rest.join(""), found: false },
      ]
    })
    .filter(({ text }) => text !== "")

/** Where a thing is read. */
export const pathOf = ({ kind, id, meeting_id, item_id }: Pick<Hit, "kind" | "id" | "meeting_id" | "item_id">) => {
  if (kind === "decision") return `/decisions/${id}`
  if (kind === "task") return `/taches/${id}`
  if (kind === "exchange") return `/interlocuteurs/echanges/${id}`
  if (kind === "incoming") return `/courrier/arrivees/${id}`
  if (kind === "text") return `/textes/${id}`
  if (kind === "base") return `/amendements/${id}`
  if (kind === "office") return `/mandats/${id}`
  if (kind === "matter") return `/dossiers/${id}`
  if (kind === "meeting") return `/reunions/${id}`
  // Theirs stands where ours has its meeting.
  if (kind === "sitting_item" || kind === "sitting_paper") return `/seances/${meeting_id}/points/${item_id}`
  if (kind === "minutes") return `/reunions/${meeting_id}/approuver`
  return `/reunions/${meeting_id}/points/${item_id}`
}
