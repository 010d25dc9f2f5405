import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import { confide } from "../../kernel/confide.ts"
import { newId } from "../../kernel/id.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import type { Db } from "../../kernel/db.ts"
import { isTaskSeen } from "./seen.ts"
import type { Task } from "./task.ts"

/** A task with those who help. */
export type TaskSubject = Task & { helpers: string[] }

/** Locks tasks the actor sees, always in the same order; undefined when one of them is not there. */
export const findTasksToChange = async (
  taskIds: readonly string[],
  { actor, db, now }: Circumstances,
): Promise<TaskSubject[] | undefined> => {
  const isSeen = actor.personId ? isTaskSeen(actor.personId, dayOf(now)) : sql`true`
  const { rows } = await sql<Task>`
    select t.* from tasks t where t.id = any(${[...taskIds]}::uuid[]) and ${isSeen} order by t.id for update of t`.execute(
    db,
  )
  return rows.length === taskIds.length && rows.length > 0 ? withHelpers(rows, db) : undefined
}

export const findTaskToChange = async (taskId: string, given: Circumstances): Promise<TaskSubject | undefined> =>
  (await findTasksToChange([taskId], given))?.[0]

export const withHelpers = async (tasks: Task[], db: Db): Promise<TaskSubject[]> => {
  if (tasks.length === 0) return []
  const helpers = await db
    .selectFrom("task_helpers")
    .select(["task_id", "person_id"])
    .where(
      "task_id",
      "in",
      tasks.map(({ id }) => id),
    )
    .execute()
  return tasks.map((task) => ({
    ...task,
    helpers: helpers.filter(({ task_id }) => task_id === task.id).map(({ person_id }) => person_id),
  }))
}

export const setHelpers = async (
  taskId: string,
  { helperIds, ownerId }: { helperIds: readonly string[]; ownerId: string | null },
  organisation: string,
  db: Db,
) => {
  await db.deleteFrom("task_helpers").where("task_id", "=", taskId).execute()
  const rows = helperIds
    .filter((id) => id !== ownerId)
    .map((person_id) => ({ organisation_id: organisation, task_id: taskId, person_id }))
  if (rows.length) await db.insertInto("task_helpers").values(rows).execute()
}

export const addNote = async (task: { id: string; confidential: boolean }, text: string, given: Circumstances) => {
  const { actor, db, now } = given
  const id = newId()
  await db
    .insertInto("task_notes")
    .values({
      organisation_id: actor.organisation,
      id,
      task_id: task.id,
      person_id: actor.personId,
      text: confide(given, task.confidential).text(text),
      at: now,
    })
    .execute()
  return id
}
