import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { isTaskSeen } from "./seen.ts"
import type { TaskState } from "./tables.ts"

export type StateOfTask = {
  id: string
  what: string
  state: TaskState
  due: Temporal.PlainDate | null
  owner_name: string | null
}

/** How far some tasks are, for what they came from; of those the actor sees, by id. */
export const stateOfTasks = async (
  taskIds: readonly string[],
  { actor, db, now }: Circumstances,
): Promise<Map<string, StateOfTask>> => {
  if (taskIds.length === 0) return new Map()
  const { rows } = await sql<StateOfTask>`
    select t.id, t.what, t.state, t.due, p.given_name || ' ' || p.family_name as owner_name
      from tasks t left join people p on (p.organisation_id, p.id) = (t.organisation_id, t.owner_id)
     where t.id = any(${[...taskIds]}::uuid[]) and ${isTaskSeen(actor.personId!, dayOf(now))}`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}
