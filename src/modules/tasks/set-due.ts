import { taskPostponed } from "./events.ts"
import type { Circumstances } from "../../kernel/rule.ts"

/** Another day for a task that follows something else's day, as long as it is open; the event when it changed. */
export const setTaskDue = async (taskId: string, due: Temporal.PlainDate, { db }: Pick<Circumstances, "db">) => {
  const task = await db
    .selectFrom("tasks")
    .select(["due"])
    .where("id", "=", taskId)
    .where("state", "=", "open")
    .forUpdate()
    .executeTakeFirst()
  if (!task || task.due?.equals(due)) return null
  await db.updateTable("tasks").set({ due }).where("id", "=", taskId).execute()
  return taskPostponed({ taskId, from: task.due?.toString() ?? null, to: due.toString() })
}
