import { type RawBuilder, sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { read } from "../../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../../kernel/rule.ts"
import { isMatterSeen } from "../../matters/contract.ts"
import type { Decision, DecisionState } from "./decision.ts"
import { isDecisionSeen } from "./seen.ts"

export type DecisionLine = {
  id: string
  body_id: string
  body_name: string
  /** "2026-21", by body and year. */
  reference: string
  title: string
  state: DecisionState
  how: Decision["how"]
  taken_at: Temporal.Instant
  meeting_id: string | null
  meeting_title: string | null
  ballot_id: string | null
  election_id: string | null
  matter_title: string | null
  review_on: Temporal.PlainDate | null
  superseded_by: string | null
  superseded_by_reference: string | null
  confidential: boolean
  /** It approves minutes: every meeting has one, and nobody looks for it. */
  approves_minutes: boolean
  tasks_open: number
  tasks_late: number
  tasks_done: number
  /** In force, and all that it asked for is done. */
  seems_carried_out: boolean
}

export const decisionFilters = z.object({
  bodyId: z.uuid().optional(),
  year: z.coerce.number().int().min(1900).max(2200).optional(),
  state: z.enum(["in_force", "carried_out", "superseded", "reopened", "rejected"]).optional(),
  /** `review`: its day has come. `tasks`: something is left to do. `done`: all is done and nobody said so. */
  waits: z.enum(["review", "tasks", "done"]).optional(),
  approvals: z.enum(["without"]).optional(),
  meetingId: z.uuid().optional(),
  matterId: z.uuid().optional(),
  q: z.string().max(200).optional(),
  sort: z.enum(["number", "-number", "title", "-title", "review", "-review"]).optional(),
})

/** The register: the decisions of one body or of all one's bodies, the last one first. */
export const listDecisions = read({
  name: "decisions.list",
  input: decisionFilters.extend({
    limit: z.int().min(1).max(200).default(50),
    /** How many rows were already read, as text. */
    after: z.string().max(20).optional(),
  }),
  allow: isSignedIn,
  async run({ input, ...given }) {
    const offset = Math.max(0, Number.parseInt(input.after ?? "0", 10) || 0)
    const rows = await findDecisions(input, { limit: input.limit + 1, offset }, given)
    return {
      rows: rows.slice(0, input.limit),
      next: rows.length > input.limit ? String(offset + input.limit) : null,
      total: offset === 0 ? await countDecisions(input, given) : undefined,
    }
  },
})

export type DecisionFilters = z.output<typeof decisionFilters>

export const findDecisions = async (
  wanted: DecisionFilters,
  { limit, offset }: { limit: number; offset: number },
  { actor, db, now }: Circumstances,
): Promise<DecisionLine[]> => {
  const today = dayOf(now)
  // The page is chosen before its tasks are counted: a register of ten thousand costs what one of fifty does.
  const { rows } = await sql<DecisionLine>`
    select d.id, d.body_id, b.name as body_name, d.year || '-' || d.number as reference, d.title, d.state, d.how, d.taken_at,
           d.meeting_id, m.title as meeting_title, d.ballot_id, d.election_id, case when ${isMatterSeen(actor.personId!, today)} then x.title end as matter_title, d.review_on, d.superseded_by,
           s.year || '-' || s.number as superseded_by_reference, d.confidential,
           coalesce(i.automatic = 'approve-minutes', false) as approves_minutes, t.open as tasks_open, t.late as tasks_late, t.done as tasks_done,
           d.state = 'in_force' and t.done > 0 and t.open = 0 as seems_carried_out
      from (select d.* from decisions d where ${fits(wanted, actor.personId!, today)}
             order by ${orders[wanted.sort ?? "-number"]}, d.id limit ${limit} offset ${offset}) d
      join bodies b on (b.organisation_id, b.id) = (d.organisation_id, d.body_id)
      left join meetings m on (m.organisation_id, m.id) = (d.organisation_id, d.meeting_id)
      left join agenda_items i on (i.organisation_id, i.id) = (d.organisation_id, d.item_id)
      left join matters x on (x.organisation_id, x.id) = (d.organisation_id, d.matter_id)
      left join decisions s on (s.organisation_id, s.id) = (d.organisation_id, d.superseded_by)
      cross join lateral (
        select count(*) filter (where t.state = 'open')::int as open, count(*) filter (where t.state = 'done')::int as done,
               count(*) filter (where t.state = 'open' and t.due < ${today}::date)::int as late
          from tasks t where (t.organisation_id, t.decision_id) = (d.organisation_id, d.id)) t
     order by ${orders[wanted.sort ?? "-number"]}, d.id`.execute(db)
  return rows
}

const countDecisions = async (wanted: DecisionFilters, { actor, db, now }: Circumstances): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from decisions d where ${fits(wanted, actor.personId!, dayOf(now))}`.execute(db)
  return rows[0]!.count
}

const fits = (wanted: DecisionFilters, me: string, today: Temporal.PlainDate): RawBuilder<boolean> => sql`(
  ${isDecisionSeen(me, today)}
  and ${wanted.bodyId ? sql`d.body_id = ${wanted.bodyId}` : sql`true`}
  and ${wanted.year ? sql`d.year = ${wanted.year}` : sql`true`}
  and ${wanted.state ? sql`d.state = ${wanted.state}` : sql`true`}
  and ${wanted.waits ? waiting(wanted.waits, today) : sql`true`}
  and ${wanted.approvals ? sql`not ${approvesMinutes}` : sql`true`}
  and ${wanted.meetingId ? sql`d.meeting_id = ${wanted.meetingId}` : sql`true`}
  and ${wanted.matterId ? sql`d.matter_id = ${wanted.matterId}` : sql`true`}
  and ${wanted.q ? sql`position(f_unaccent(lower(${wanted.q})) in f_unaccent(lower(d.year || '-' || d.number || ' ' || d.title || case when d.confidential then '' else ' ' || d.text end))) > 0` : sql`true`})`

const approvesMinutes = sql<boolean>`exists (
  select from agenda_items i where (i.organisation_id, i.id) = (d.organisation_id, d.item_id) and i.automatic = 'approve-minutes')`

const waiting = (what: "review" | "tasks" | "done", today: Temporal.PlainDate): RawBuilder<boolean> => {
  const tasks = (state: string) =>
    sql<boolean>`exists (select from tasks t where (t.organisation_id, t.decision_id) = (d.organisation_id, d.id) and t.state = ${state})`
  if (what === "review") return sql`(d.state in ('in_force', 'carried_out') and d.review_on <= ${today}::date)`
  if (what === "tasks") return tasks("open")
  return sql`(d.state = 'in_force' and ${tasks("done")} and not ${tasks("open")})`
}

const orders = {
  number: sql`d.year, d.number`,
  "-number": sql`d.year desc, d.number desc`,
  title: sql`f_unaccent(lower(d.title))`,
  "-title": sql`f_unaccent(lower(d.title)) desc`,
  review: sql`d.review_on nulls last`,
  "-review": sql`d.review_on desc nulls last`,
}
