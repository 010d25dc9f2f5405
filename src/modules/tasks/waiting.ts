import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { DAYS_AHEAD, type Waiting } from "../../kernel/waiting.ts"

/** The tasks a person carries, from two weeks before their day. Those without a day stay in the list of tasks. */
export const waiting = async ({ actor, db, now }: Circumstances): Promise<Waiting[]> => {
  const { rows } = await sql<{
    id: string
    body_id: string
    what: string
    due: Temporal.PlainDate
    confidential: boolean
  }>`
    select id, body_id, what, due, confidential from tasks
     where owner_id = ${actor.personId} and state = 'open' and due <= ${dayOf(now).add({ days: DAYS_AHEAD })}::date
     order by due`.execute(db)
  return rows.map(({ id, body_id, what, due, confidential }) => ({
    key: "tasks.waiting",
    act: "tasks.waiting.act",
    facts: { what },
    at: `/taches/${id}`,
    due,
    body_id,
    confidential,
    acts: [{ command: "tasks.finish", input: { taskIds: [id] }, words: "tasks.waiting.done" }],
  }))
}
