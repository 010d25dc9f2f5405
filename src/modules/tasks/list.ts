import { type RawBuilder, sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { may } from "../../kernel/command.ts"
import { read } from "../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../kernel/rule.ts"
import { findBody } from "../bodies/contract.ts"
import { bodiesOf } from "../mandates/contract.ts"
import { giveTask } from "./give.ts"
import { isTaskSeen } from "./seen.ts"
import type { TaskState } from "./tables.ts"

export type TaskLine = {
  id: string
  what: string
  body_id: string
  body_name: string
  state: TaskState
  due: Temporal.PlainDate | null
  is_late: boolean
  owner_id: string | null
  owner_name: string | null
  helper_names: string[]
  meeting_id: string | null
  decision_id: string | null
  /** "2026-21", of its body. */
  decision_number: string | null
  matter_id: string | null
  confidential: boolean
  done_at: Temporal.Instant | null
  /** The reader does it, helps, or gave it. */
  mine: boolean
}

export const taskFilters = z.object({
  bodyId: z.uuid().optional(),
  /** Mine: those I do or help with. Late: of all my bodies, past their day. Untaken: nobody’s yet, in my bodies. */
  view: z.enum(["mine", "body", "late", "untaken"]).default("mine"),
  state: z.enum(["open", "done", "dropped", "all"]).default("open"),
  ownerId: z.uuid().optional(),
  meetingId: z.uuid().optional(),
  decisionId: z.uuid().optional(),
  matterId: z.uuid().optional(),
  q: z.string().max(200).optional(),
  sort: z.enum(["due", "-due", "what", "-what", "owner", "-owner", "given", "-given"]).optional(),
})

/** Tasks in sight: mine, my body's, late ones, those of a meeting, a decision, a matter or a person. */
export const listTasks = read({
  name: "tasks.list",
  input: taskFilters.extend({
    limit: z.int().min(1).max(200).default(50),
    /** How many rows were already read, as text. */
    after: z.string().max(20).optional(),
  }),
  allow: isSignedIn,
  async run({ input, ...given }) {
    const offset = Math.max(0, Number.parseInt(input.after ?? "0", 10) || 0)
    const rows = await findTasks(input, { limit: input.limit + 1, offset }, given)
    const body = input.bodyId ? await findBody(input.bodyId, given.db) : undefined
    const may_ = body && (await may({ ...body, owner_id: given.actor.personId }, [giveTask], given))
    return {
      rows: rows.slice(0, input.limit),
      next: rows.length > input.limit ? String(offset + input.limit) : null,
      total: offset === 0 ? await countTasks(input, given) : undefined,
      may: may_ ?? { "tasks.give": false },
    }
  },
})

export type TaskFilters = z.output<typeof taskFilters>

export const findTasks = async (
  wanted: TaskFilters,
  { limit, offset }: { limit: number; offset: number },
  given: Circumstances,
): Promise<TaskLine[]> => {
  const { actor, db, now } = given
  const today = dayOf(now)
  const { rows } = await sql<TaskLine>`
    select t.id, t.what, t.body_id, b.name as body_name, t.state, t.due, t.owner_id, t.meeting_id, t.decision_id, t.matter_id,
           t.confidential, t.done_at, coalesce(t.state = 'open' and t.due < ${today}::date, false) as is_late,
           p.given_name || ' ' || p.family_name as owner_name, d.year || '-' || d.number as decision_number,
           array(select w.given_name || ' ' || w.family_name from task_helpers h
                   join people w on (w.organisation_id, w.id) = (h.organisation_id, h.person_id)
                  where (h.organisation_id, h.task_id) = (t.organisation_id, t.id) order by 1) as helper_names,
           coalesce(t.owner_id = ${actor.personId} or t.created_by = ${actor.personId}, false)
             or exists (${helps(actor.personId!)}) as mine
      from tasks t
      join bodies b on (b.organisation_id, b.id) = (t.organisation_id, t.body_id)
      left join people p on (p.organisation_id, p.id) = (t.organisation_id, t.owner_id)
      left join decisions d on (d.organisation_id, d.id) = (t.organisation_id, t.decision_id)
     where ${fits(wanted, actor.personId!, today)}
     order by ${orders[wanted.sort ?? "due"]}, t.id limit ${limit} offset ${offset}`.execute(db)
  return rows
}

const countTasks = async (wanted: TaskFilters, { actor, db, now }: Circumstances): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from tasks t where ${fits(wanted, actor.personId!, dayOf(now))}`.execute(db)
  return rows[0]!.count
}

const fits = (wanted: TaskFilters, me: string, today: Temporal.PlainDate): RawBuilder<boolean> => sql`(
  ${isTaskSeen(me, today)}
  and ${wanted.view === "mine" && !isOf(wanted) ? sql`(t.owner_id = ${me} or exists (${helps(me)}))` : sql`true`}
  and ${wanted.view === "late" ? sql`(t.state = 'open' and t.due < ${today}::date)` : sql`true`}
  and ${wanted.view === "untaken" ? sql`(t.state = 'open' and t.owner_id is null and t.body_id in (${bodiesOf(me, today)}))` : sql`true`}
  and ${wanted.state === "all" ? sql`true` : sql`t.state = ${wanted.state}`}
  and ${wanted.bodyId && wanted.view !== "mine" ? sql`t.body_id = ${wanted.bodyId}` : sql`true`}
  and ${wanted.ownerId ? sql`t.owner_id = ${wanted.ownerId}` : sql`true`}
  and ${wanted.meetingId ? sql`t.meeting_id = ${wanted.meetingId}` : sql`true`}
  and ${wanted.decisionId ? sql`t.decision_id = ${wanted.decisionId}` : sql`true`}
  and ${wanted.matterId ? sql`t.matter_id = ${wanted.matterId}` : sql`true`}
  and ${wanted.q ? sql`position(f_unaccent(lower(${wanted.q})) in f_unaccent(lower(t.what))) > 0` : sql`true`})`

// Asked about one thing, all of its tasks are meant, whoever does them.
const isOf = ({ ownerId, meetingId, decisionId, matterId }: TaskFilters) =>
  Boolean(ownerId ?? meetingId ?? decisionId ?? matterId)

const helps = (me: string) => sql`
  select from task_helpers h where (h.organisation_id, h.task_id) = (t.organisation_id, t.id) and h.person_id = ${me}`

const orders = {
  due: sql`t.due asc nulls last, t.created_at`,
  "-due": sql`t.due desc nulls last, t.created_at desc`,
  what: sql`f_unaccent(lower(t.what))`,
  "-what": sql`f_unaccent(lower(t.what)) desc`,
  owner: sql`(select folded collate "C" from people o where o.id = t.owner_id) nulls last`,
  "-owner": sql`(select folded collate "C" from people o where o.id = t.owner_id) desc nulls last`,
  given: sql`t.created_at`,
  "-given": sql`t.created_at desc`,
}
