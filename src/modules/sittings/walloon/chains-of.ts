import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { rulesOfMany } from "../../bodies/contract.ts"
import { stateOfTasks, type StateOfTask } from "../../tasks/contract.ts"
import { placeOf } from "../deadlines/keys.ts"
import type { AssemblyKind } from "../kinds.ts"
import { type ChainFacts, chainKeys, type ChainLine, chainOf, type ChainStep } from "./chain.ts"

export type ShownStep = ChainLine & { task: StateOfTask | null }

type Row = Omit<ChainFacts, "done"> & {
  id: string
  body_id: string
  zone: string
  kind: AssemblyKind
  steps: { step: ChainStep; task_id: string | null; done: boolean }[]
}

/** The chains of some councils, by sitting: what is no council of Wallonia has none. Whoever asks has seen them. */
export const chainsOf = async (
  sittingIds: readonly string[],
  given: Circumstances,
): Promise<Map<string, ShownStep[]>> => {
  const { rows } = await sql<Row>`
    select s.id, s.body_id, s.zone, a.kind, s.starts::date as on, s.convened_on,
           (select min(x.starts)::date from sittings x
             where (x.organisation_id, x.assembly_id) = (s.organisation_id, s.assembly_id) and x.starts > s.starts) as next_on,
           n.items, n.unread, n.undecided, n.brought,
           m.sitting_id is not null as compared, m.approved_on is not null as approved,
           coalesce((select jsonb_agg(jsonb_build_object('step', t.step, 'task_id', t.task_id, 'done', t.done_at is not null))
              from sitting_steps t where (t.organisation_id, t.sitting_id) = (s.organisation_id, s.id)), '[]') as steps
      from sittings s
      join assemblies a on (a.organisation_id, a.id) = (s.organisation_id, s.assembly_id)
      left join sitting_minutes m on (m.organisation_id, m.sitting_id) = (s.organisation_id, s.id)
      cross join lateral (
        select count(*)::int as items, count(*) filter (where i.reader_id is null)::int as unread,
               count(*) filter (where i.stance_decided_at is null)::int as undecided,
               coalesce(bool_or(i.agenda_item_id is not null), false) as brought
          from sitting_items i
         where (i.organisation_id, i.sitting_id) = (s.organisation_id, s.id) and i.removed_at is null) n
     where s.id = any(${[...sittingIds]}::uuid[]) and a.kind in ('be_municipal_council', 'be_cpas_council')`.execute(
    given.db,
  )
  const keys = rows.flatMap(({ kind }) => Object.values(chainKeys).map((key) => `${placeOf(kind)}.${key}`))
  const ruleIn = await rulesOfMany([...new Set(rows.map(({ body_id }) => body_id))], [...new Set(keys)], given.db)
  const tasks = await stateOfTasks(
    rows.flatMap(({ steps }) => steps.flatMap(({ task_id }) => task_id ?? [])),
    given,
  )
  return new Map(rows.map((row) => [row.id, shown(row, ruleIn, tasks, dayOf(given.now, row.zone))]))
}

const shown = (
  { steps, kind, body_id, ...facts }: Row,
  ruleIn: Awaited<ReturnType<typeof rulesOfMany>>,
  tasks: Map<string, StateOfTask>,
  today: Temporal.PlainDate,
): ShownStep[] => {
  const taskOf = new Map(steps.map(({ step, task_id }) => [step, task_id ? (tasks.get(task_id) ?? null) : null]))
  const isOver = (step: ChainStep) => (taskOf.get(step)?.state ?? "open") !== "open"
  const done = new Set(steps.filter((one) => one.done || isOver(one.step)).map(({ step }) => step))
  const ruleOf = (key: string) => ruleIn(body_id, `${placeOf(kind)}.${key}`, facts.on)?.rule ?? null
  return chainOf({ ...facts, done }, ruleOf, today).map((line) => ({ ...line, task: taskOf.get(line.step) ?? null }))
}
