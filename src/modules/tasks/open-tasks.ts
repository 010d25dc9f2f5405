import { sql } from "kysely"
import type { Db } from "../../kernel/db.ts"

/** A task not done, as the next agenda takes it up. */
export type OpenTask = {
  id: string
  what: string
  due: Temporal.PlainDate | null
  owner_id: string | null
  owner_name: string | null
  decision_id: string | null
  meeting_id: string | null
  confidential: boolean
}

/** Tasks of a body not done yet, the most urgent first: what the next agenda follows up. Past every rule of reading. */
export const openTasksOf = async (bodyId: string, db: Db): Promise<OpenTask[]> => {
  const { rows } = await sql<OpenTask>`
    select t.id, t.what, t.due, t.owner_id, p.given_name || ' ' || p.family_name as owner_name,
           t.decision_id, t.meeting_id, t.confidential
      from tasks t left join people p on (p.organisation_id, p.id) = (t.organisation_id, t.owner_id)
     where t.body_id = ${bodyId} and t.state = 'open'
     order by t.due nulls last, t.created_at, t.id`.execute(db)
  return rows
}

export type TaskOfDecision = OpenTask & { state: "open" | "done" | "dropped"; done_at: Temporal.Instant | null }

/** The tasks that came from a meeting, for its minutes. Past every rule of reading. */
export const tasksOfMeeting = async (
  meetingId: string,
  db: Db,
): Promise<(TaskOfDecision & { item_id: string | null })[]> => {
  const { rows } = await sql<TaskOfDecision & { item_id: string | null }>`
    select t.id, t.what, t.due, t.owner_id, p.given_name || ' ' || p.family_name as owner_name, t.decision_id, t.meeting_id,
           t.item_id, t.confidential, t.state, t.done_at
      from tasks t left join people p on (p.organisation_id, p.id) = (t.organisation_id, t.owner_id)
     where t.meeting_id = ${meetingId} and t.state <> 'dropped'
     order by t.created_at, t.id`.execute(db)
  return rows
}
