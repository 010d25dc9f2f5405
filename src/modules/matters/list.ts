import { type RawBuilder, sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { may } from "../../kernel/command.ts"
import { read } from "../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../kernel/rule.ts"
import { findBody } from "../bodies/contract.ts"
import { DAYS_FRESH } from "./matter.ts"
import { openMatter } from "./open.ts"
import { isMatterSeen } from "./seen.ts"
import { type MatterState, matterStates } from "./tables.ts"
import { withBelow } from "./themes/store.ts"

export type MatterLine = {
  id: string
  body_id: string
  body_name: string
  title: string
  standing: string
  standing_on: Temporal.PlainDate | null
  state: MatterState
  theme: string | null
  place: string | null
  lead_name: string | null
  staff_name: string | null
  next_step: string
  next_on: Temporal.PlainDate | null
  confidential: boolean
  opened_on: Temporal.PlainDate
  closed_on: Temporal.PlainDate | null
  /** Its next step has its day behind it, or nobody has written for a quarter where it stands. */
  is_late: boolean
}

export const matterFilters = z.object({
  bodyId: z.uuid().optional(),
  q: z.string().max(200).optional(),
  /** One of the states of an open matter, all of those, or closed. */
  state: z.enum(["open", "closed", ...matterStates]).optional(),
  /** With all that stands under it. */
  themeId: z.uuid().optional(),
  /** Mine to lead or to work on; without a lead; late. */
  view: z.enum(["mine", "unled", "late"]).optional(),
  sort: z.enum(["title", "-title", "opened", "-opened", "next", "-next", "standing", "-standing"]).optional(),
})

export type WantedMatters = z.output<typeof matterFilters>

/** Matters of one's bodies, or of one of them, by title; `q` looks into titles, accents forgiven. */
export const listMatters = read({
  name: "matters.list",
  input: matterFilters.extend({
    limit: z.int().min(1).max(200).default(50),
    /** How many rows were already read, as text. */
    after: z.string().max(20).optional(),
  }),
  allow: isSignedIn,
  async run({ input, ...given }) {
    const offset = Math.max(0, Number.parseInt(input.after ?? "0", 10) || 0)
    const rows = await findMatters(input, { limit: input.limit + 1, offset }, given)
    const body = input.bodyId ? await findBody(input.bodyId, given.db) : undefined
    return {
      rows: rows.slice(0, input.limit),
      next: rows.length > input.limit ? String(offset + input.limit) : null,
      may: body ? await may(body, [openMatter], given) : { "matters.open": false },
    }
  },
})

export const findMatters = async (
  wanted: WantedMatters,
  { limit, offset }: { limit: number; offset: number },
  { actor, db, now }: Circumstances,
): Promise<MatterLine[]> => {
  const today = dayOf(now)
  const { rows } = await sql<MatterLine>`
    select x.id, x.body_id, b.name as body_name, x.title, x.standing, x.standing_on, x.state, x.next_step, x.next_on, x.confidential,
           x.opened_on, x.closed_on, h.name as theme, g.name as place, p.given_name || ' ' || p.family_name as lead_name,
           s.given_name || ' ' || s.family_name as staff_name, ${isLate(today)} as is_late
      from matters x join bodies b on (b.organisation_id, b.id) = (x.organisation_id, x.body_id)
      left join themes h on (h.organisation_id, h.id) = (x.organisation_id, x.theme_id)
      left join territories g on (g.country, g.level, g.code) = (x.country, x.level, x.code)
      left join people p on (p.organisation_id, p.id) = (x.organisation_id, x.lead_id)
      left join people s on (s.organisation_id, s.id) = (x.organisation_id, x.staff_id)
     where ${fits(wanted, actor.personId!, today)}
     order by ${orders[wanted.sort ?? "title"]}, x.id limit ${limit} offset ${offset}`.execute(db)
  return rows
}

const fits = (
  { bodyId, q, state, themeId, view }: WantedMatters,
  me: string,
  today: Temporal.PlainDate,
): RawBuilder<boolean> => sql`(
  ${isMatterSeen(me, today)}
  and ${bodyId ? sql`x.body_id = ${bodyId}` : sql`true`}
  and ${q ? sql`position(f_unaccent(lower(${q})) in f_unaccent(lower(x.title))) > 0` : sql`true`}
  and ${themeId ? sql`x.theme_id in ${withBelow(themeId)}` : sql`true`}
  and ${state ? inState[state] : sql`true`}
  and ${view === "mine" ? sql`${me} in (x.lead_id, x.staff_id)` : sql`true`}
  and ${view === "unled" ? sql`(x.lead_id is null and x.closed_on is null)` : sql`true`}
  and ${view === "late" ? isLate(today) : sql`true`})`

const inState: Record<NonNullable<WantedMatters["state"]>, RawBuilder<boolean>> = {
  open: sql`x.closed_on is null`,
  closed: sql`x.closed_on is not null`,
  watching: sql`(x.closed_on is null and x.state = 'watching')`,
  active: sql`(x.closed_on is null and x.state = 'active')`,
  waiting: sql`(x.closed_on is null and x.state = 'waiting')`,
}

const isLate = (today: Temporal.PlainDate) => sql<boolean>`(x.closed_on is null and (
  coalesce(x.next_on < ${today}::date, false)
  or x.standing <> '' and coalesce(x.standing_on < ${today.subtract({ days: DAYS_FRESH })}::date, true)))`

const orders = {
  title: sql`f_unaccent(lower(x.title))`,
  "-title": sql`f_unaccent(lower(x.title)) desc`,
  opened: sql`x.opened_on desc`,
  "-opened": sql`x.opened_on`,
  next: sql`x.next_on nulls last`,
  "-next": sql`x.next_on desc nulls last`,
  standing: sql`x.standing_on nulls first`,
  "-standing": sql`x.standing_on desc nulls last`,
}
