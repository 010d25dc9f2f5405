import { type RawBuilder, sql } from "kysely"
import { isAwaited } from "./wanted.ts"

/** Each figure: what is counted, by what key. `w`, `i`, `t`, `k`, `q` are the rows of `wanted.ts`. */
type Figure = {
  from: RawBuilder<unknown>
  /** Text; null is "without": no theme, no author. */
  key: RawBuilder<unknown>
  count: RawBuilder<unknown>
  /** The line behind it: id, title, day, the words beside it, its page. */
  line: RawBuilder<unknown>
  /** The key is a person, or a theme: it has a name. */
  named?: "person" | "theme"
}

const each = sql`count(*)::int`
const text = {
  count: each,
  line: sql`w.id, w.title, w.lodged_on as on_day, w.state as state, 'text' as kind, '/textes/' || w.id as at`,
}
const item = {
  count: each,
  line: sql`i.id, i.title, i.on_day, i.outcome as state, 'item' as kind, '/seances/' || i.sitting_id || '/points/' || i.id as at`,
}
const written = sql`written w`
const items = sql`read_items i`

export const figures = {
  text_kind: { ...text, from: written, key: sql`w.kind` },
  text_state: { ...text, from: written, key: sql`w.state` },
  text_member: { ...text, from: written, key: sql`w.author_id::text`, named: "person" },
  text_theme: { ...text, from: written, key: sql`w.theme_id::text`, named: "theme" },
  awaited: { ...text, from: sql`written w where ${isAwaited}`, key: sql`w.kind` },
  item_outcome: { ...item, from: items, key: sql`i.outcome` },
  item_vote: { ...item, from: items, key: sql`i.vote` },
  item_apart: { ...item, from: sql`read_items i where i.apart`, key: sql`'apart'` },
  item_theme: { ...item, from: items, key: sql`i.theme_id::text`, named: "theme" },
  attendance: {
    from: sql`there t where t.state = 'present'`,
    key: sql`t.person_id::text`,
    count: each,
    named: "person",
    line: sql`t.sitting_id as id, t.title, t.on_day, t.state as state, 'sitting' as kind, '/seances/' || t.sitting_id as at`,
  },
  speaking: {
    from: sql`spoken k`,
    key: sql`k.person_id::text`,
    count: sql`sum(k.minutes)::int`,
    named: "person",
    line: sql`k.id, k.title, k.on_day, k.minutes::text as state, 'speech' as kind,
              '/seances/' || k.sitting_id || '/points/' || k.id as at`,
  },
  promise: {
    from: sql`promised q`,
    key: sql`q.state`,
    count: each,
    line: sql`q.id, q.title, q.on_day, q.state as state, 'promise' as kind, '/seances/' || q.sitting_id || '/suivre' as at`,
  },
} as const satisfies Record<string, Figure>

export type FigureName = keyof typeof figures
export const figureNames = Object.keys(figures) as [FigureName, ...FigureName[]]
export const figureOf = (name: FigureName): Figure => figures[name]
