import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { isTaskSeen } from "./seen.ts"

/** How many tasks somebody carries, and the day of the last that was given them by somebody else. */
export type Load = { open: number; last_given: Temporal.PlainDate | null }

/** What each of these people carries, of the tasks the actor sees: a figure that opens to its lines. */
export const loadsOf = async (
  personIds: readonly string[],
  { actor, db, now }: Circumstances,
): Promise<Map<string, Load>> => {
  if (personIds.length === 0 || !actor.personId) return new Map()
  const { rows } = await sql<Load & { person_id: string }>`
    select t.owner_id as person_id, count(*) filter (where t.state = 'open')::int as open,
           (max(t.created_at) filter (where t.created_by is distinct from t.owner_id))::date as last_given
      from tasks t
     where t.owner_id = any(${[...personIds]}::uuid[]) and ${isTaskSeen(actor.personId, dayOf(now))}
     group by t.owner_id`.execute(db)
  return new Map(rows.map(({ person_id, ...load }) => [person_id, load]))
}
